/**
 * Sending and receiving official papers (시행·접수) as rules: what a recipient is, how one delivery moves from the queue to the arrival
 * and never twice, whom each copy names, and who does what with a paper that came in. Plain Java; {@code exchange} is the package that
 * goes to other agencies, {@code office} keeps all of it in the database and carries it out.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.dispatch;
