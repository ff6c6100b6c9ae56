/**
 * Readers that turn an office document (TXT, HWPX, HWP, PDF, DOCX, XLSX) into plain lines and the tables the format itself knows.
 * The kind of file is told by its content, never by its name; size, time and memory are bounded, and whatever cannot be read is
 * refused with one Korean sentence.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.report.audit.text;
