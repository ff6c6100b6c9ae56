/** The clock and the numbers of records (기록물 관리): retention periods, the yearly close, disclosure classes, register numbers, unit tasks and files, and when a public notice takes effect; plain Java. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.records;
