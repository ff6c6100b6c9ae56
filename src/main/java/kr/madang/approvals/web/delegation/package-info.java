/** The pages that say who decides (전결·대결): the table of delegation and the absence calendar. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.web.delegation;
