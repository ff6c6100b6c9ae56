/**
 * Messages to one person at once (낱건 발송): one-time codes, call-out texts, new-post alerts and what other programs send through the
 * interface. Whoever has one writes it down with {@link kr.madang.notices.singles.Singles} in his own transaction; the node that sends
 * takes it from there into a run of the ledger that grows through the day, so that the same is known of it as of any other message.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.singles;
