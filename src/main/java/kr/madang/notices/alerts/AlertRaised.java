package kr.madang.notices.alerts;

/** A new alert for residents is out (재난 알림 발령). */
public record AlertRaised(AlertFace alert) {}
