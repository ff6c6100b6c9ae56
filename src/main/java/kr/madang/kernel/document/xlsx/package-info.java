/**
 * A document as a spreadsheet: one sheet per numbered task, so that every table keeps its own column widths, frozen head and print titles;
 * real numbers in number formats that print the same as the paper, and live formulas that a council member can follow. Also the plain
 * lists behind a figure as CSV and XLSX, streamed.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.document.xlsx;
