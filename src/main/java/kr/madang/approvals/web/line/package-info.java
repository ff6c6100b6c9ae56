/** The editor of the line (결재선), inside the drafting form and on a page of its own. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.web.line;
