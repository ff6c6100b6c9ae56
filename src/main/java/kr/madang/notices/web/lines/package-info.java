/**
 * The pages of the ways out (발송 연결 화면): how each line does, its contract, its history, and, in the demo office, the telephone on which
 * messages arrive.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.lines;
