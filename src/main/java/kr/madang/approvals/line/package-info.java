/** The approval line (결재선) of one paper as a state machine in plain Java: who drafts, reviews, concurs, approves and reads, which act is allowed to whom at which moment, and the events that remain of it. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.line;
