/**
 * One finished work report (주요업무 보고) as a tree of headings, lines and tables, and the writers that turn the same tree into
 * HTML, PDF, HWPX and XLSX. Plain Java, free of Spring: a report is assembled elsewhere and only printed here, so all formats carry
 * equal numbers.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.report.document;
