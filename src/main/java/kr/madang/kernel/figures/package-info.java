/** The figures plug: every number of a report is a named query over records, with the rows behind it. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.figures;
