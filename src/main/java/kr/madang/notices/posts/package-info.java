/**
 * Alerts of new posts (새글 알림): an officer chooses desks, channels, days and hours; what is new there within five minutes, or outside of
 * his hours, comes to him in one message, and nothing comes twice.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.posts;
