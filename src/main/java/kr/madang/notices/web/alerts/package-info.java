/** Pages of disaster alerts (재난 알림 화면): the desk, what residents see, and what other systems read and bring. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.alerts;
