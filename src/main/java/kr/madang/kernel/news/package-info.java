/**
 * News of the rooms (새글 소식): a room says what desks it has and tells {@link kr.madang.kernel.news.News} when something new lies on one of
 * them; whoever carries news to people hears of it through the outbox. No room knows who reads.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.news;
