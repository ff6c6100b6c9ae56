/** The pages of sending and receiving (시행·접수): where a paper went, what came in, the book of agencies, and the list for everybody. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.web.dispatch;
