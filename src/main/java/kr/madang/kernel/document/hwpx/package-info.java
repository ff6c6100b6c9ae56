/**
 * A document as a Hangul document (HWPX, 한글 문서): an own small writer of OWPML, the markup of KS X 6101. Real styles stand behind every
 * line, so that a clerk can go on writing in Hancom Office; all text and all attributes are escaped in one place, and the file's type
 * is stored first and uncompressed, without which the office suite takes the file for a plain archive.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.document.hwpx;
