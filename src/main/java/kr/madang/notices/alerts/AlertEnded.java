package kr.madang.notices.alerts;

import java.time.Instant;

/** An alert for residents counts no more, and nothing took its place (재난 알림 종료). */
public record AlertEnded(String identifier, Alert.Ending why, Instant at) {}
