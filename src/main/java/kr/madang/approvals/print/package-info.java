/**
 * Papers on paper (공문서 출력): a paper becomes a letter with head, body and closing as the office sends it, and the letter one sheet, from
 * which HTML, PDF/A, HWPX and plain text are made with equal words. Plain Java, free of Spring.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.print;
