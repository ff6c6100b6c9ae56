package kr.madang.notices.api;

import java.util.Locale;
import kr.madang.notices.singles.Use;

/** What a key opens (인증키 종류). */
public enum KeyKind {
    /** 운영: reaches people. */
    LIVE,
    /** 내부: reaches the numbers on its list and nobody else. */
    TEAM,
    /** 시험: reaches nobody; simulated numbers have known fates. */
    TEST;

    public boolean needsApproval() {
        return this != TEST;
    }

    Use use() {
        return this == TEST ? Use.TEST : Use.API;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String code() {
        return "notices.key.kind." + word();
    }
}
