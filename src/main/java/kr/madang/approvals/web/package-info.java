/** The pages of electronic approval (전자결재): the inbox, the drafting form, the paper with its line, and the search. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.web;
