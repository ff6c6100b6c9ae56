package kr.madang.notices.wording;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A field that could not be filled (빈칸), and why. */
public record Gap(String field, Why why) {
    /** Why a field could not be filled (못 채운 까닭). */
    public enum Why {
        /** The row has no such column. */
        MISSING,
        EMPTY,
        /** Nobody has so long a name; something slipped into the wrong column. */
        LONG;

        public String code() {
            return "notices.gap." + name().toLowerCase(Locale.ROOT);
        }
    }

    static final int LONGEST = 200;

    static Optional<Gap> of(String field, Map<String, String> values) {
        var value = values.get(field);
        if (value == null) return Optional.of(new Gap(field, Why.MISSING));
        if (value.length() > LONGEST) return Optional.of(new Gap(field, Why.LONG));
        if (Values.tame(value).codePoints().allMatch(Lookalikes::invisible))
            return Optional.of(new Gap(field, Why.EMPTY));
        return Optional.empty();
    }
}
