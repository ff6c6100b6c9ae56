/** The unit tasks of every unit (기록관리기준표): which there are, how long their records are kept and why, taken in and handed out as a table. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.tasks;
