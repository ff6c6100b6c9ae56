package kr.madang.notices.wording.disaster;

import java.util.Locale;

/** How loud a disaster text is (재난문자 등급). */
public enum Grade {
    /** 위급재난: war, air raid, a great earthquake; every phone sounds, and nobody can turn it off. */
    CRITICAL("위급"),
    /** 긴급재난: a danger that is there or near. */
    URGENT("긴급"),
    /** 안전안내: to be careful. */
    ADVISORY("안전안내");

    private final String korean;

    Grade(String korean) {
        this.korean = korean;
    }

    /** As the table of standard sentences writes it. */
    static Grade of(String korean) {
        for (var grade : values()) if (grade.korean.equals(korean)) return grade;
        throw new IllegalArgumentException(korean);
    }

    public String code() {
        return "notices.grade." + name().toLowerCase(Locale.ROOT);
    }
}
