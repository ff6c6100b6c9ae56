/** 내 알림: what an officer is told of, how and when. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.posts;
