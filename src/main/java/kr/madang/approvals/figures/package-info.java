/**
 * The figures of approvals (문서 통계): papers by unit and team, how long they take, how many are late; counted from registers and events
 * whenever somebody asks.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.figures;
