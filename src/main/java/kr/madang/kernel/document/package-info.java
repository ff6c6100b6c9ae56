/**
 * A finished document (인쇄 문서) as a tree of headings, lines and tables, and the writers that turn the same tree into HTML, PDF, HWPX
 * and XLSX. Plain Java, free of Spring, and shared by every room that prints: a room assembles its document and hands it over, so all
 * formats carry equal words and numbers.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.document;
