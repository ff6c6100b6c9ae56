package kr.madang.notices.alerts;

/** An alert took the place of an earlier one (재난 알림 갱신). @param before identifier of what counts no more */
public record AlertChanged(String before, AlertFace alert) {}
