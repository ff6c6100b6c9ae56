/**
 * Disaster alerts (재난 알림): one text is drafted from the standard wording, approved once and goes out on every way of the office at
 * the same moment: messages to residents, the banner of the home page, displays, the call-out of staff and CAP 1.2 for other systems. An
 * alert is updated, cancelled or runs out, and never changed. Drills go the whole way with the staff on their list and nobody else.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.alerts;
