package kr.madang.press.coverage;

import java.util.Locale;

/** How an article speaks of the office (논조), as a person who read it says. */
public enum Tone {
    /** 긍정. */
    POSITIVE,
    /** 중립. */
    NEUTRAL,
    /** 부정. */
    NEGATIVE;

    /** Message key of its name. */
    public String code() {
        return "press.coverage.tone." + name().toLowerCase(Locale.ROOT);
    }
}
