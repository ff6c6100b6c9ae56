/**
 * The desk of approvals (결재함): every verb on a paper in one transaction with its event, its link of the card, the seats that wait
 * next, its number and its line in the audit trail; the inboxes, the registers, who may read what, and the gate through which other
 * rooms ask for a decision.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.desk;
