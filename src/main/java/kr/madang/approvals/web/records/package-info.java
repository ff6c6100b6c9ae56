/** The pages of records management (기록물관리): files, unit tasks, the end of a year, packages for the archives. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.web.records;
