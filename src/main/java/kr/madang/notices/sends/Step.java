package kr.madang.notices.sends;

import java.time.Instant;

/** Something that was done to a send (발송 경과). @param act last part of its message key @param words why, or what came of it */
public record Step(String act, String words, String by, Instant at) {
    public String code() {
        return "notices.step." + act;
    }
}
