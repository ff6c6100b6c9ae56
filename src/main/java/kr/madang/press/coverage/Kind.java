package kr.madang.press.coverage;

import java.util.Locale;

/** Where an article stood (보도 형태). */
public enum Kind {
    /** 온라인. */
    ONLINE,
    /** 지면. */
    PAPER,
    /** 방송. */
    BROADCAST;

    /** Message key of its name. */
    public String code() {
        return "press.coverage.kind." + name().toLowerCase(Locale.ROOT);
    }
}
