/** The desk page of messages to one person (낱건 발송 화면): where each stands, and how many stand where. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.singles;
