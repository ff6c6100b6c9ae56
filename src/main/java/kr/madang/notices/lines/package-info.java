/**
 * The ways out this office has (발송 연결): which carriers it has contracts with, opened on every node and opened anew when their settings
 * change, watched and weighed while they work, and pinned or switched off by hand. {@link kr.madang.notices.lines.Lines} is what a runner
 * of sends needs of it; what carriers learn afterwards goes into the ledger by itself.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.lines;
