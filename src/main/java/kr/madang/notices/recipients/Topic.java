package kr.madang.notices.recipients;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What residents like to hear about (관심 분야). */
public enum Topic {
    POLICY,
    CULTURE,
    EDUCATION,
    WELFARE,
    HEALTH,
    JOBS,
    TRAFFIC,
    BOOKING;

    public String code() {
        return "notices.topic." + name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Topic> find(String word) {
        return Arrays.stream(values()).filter(t -> t.name().equals(word)).findFirst();
    }
}
