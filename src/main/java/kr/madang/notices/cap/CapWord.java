package kr.madang.notices.cap;

import java.util.Arrays;
import kr.madang.kernel.Refused;

/** A value of one of the closed lists of CAP (코드값), written as the standard writes it. */
public sealed interface CapWord {
    String name();

    /** {@code AllClear} for {@code ALL_CLEAR}. */
    default String word() {
        var word = new StringBuilder();
        for (var part : name().split("_"))
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
        return word.toString();
    }

    static <W extends CapWord> W of(W[] all, String element, int line, String word) {
        return Arrays.stream(all)
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("notices.cap.word", line, element, CapNode.shown(word)));
    }

    enum Status implements CapWord {
        ACTUAL,
        EXERCISE,
        SYSTEM,
        TEST,
        DRAFT
    }

    enum MessageType implements CapWord {
        ALERT,
        UPDATE,
        CANCEL,
        ACK,
        ERROR
    }

    enum Scope implements CapWord {
        PUBLIC,
        RESTRICTED,
        PRIVATE
    }

    enum Category implements CapWord {
        GEO,
        MET,
        SAFETY,
        SECURITY,
        RESCUE,
        FIRE,
        HEALTH,
        ENV,
        TRANSPORT,
        INFRA,
        CBRNE,
        OTHER;

        @Override
        public String word() {
            return this == CBRNE ? name() : CapWord.super.word();
        }
    }

    enum ResponseType implements CapWord {
        SHELTER,
        EVACUATE,
        PREPARE,
        EXECUTE,
        AVOID,
        MONITOR,
        ASSESS,
        ALL_CLEAR,
        NONE
    }

    enum Urgency implements CapWord {
        IMMEDIATE,
        EXPECTED,
        FUTURE,
        PAST,
        UNKNOWN
    }

    enum Severity implements CapWord {
        EXTREME,
        SEVERE,
        MODERATE,
        MINOR,
        UNKNOWN
    }

    enum Certainty implements CapWord {
        OBSERVED,
        LIKELY,
        POSSIBLE,
        UNLIKELY,
        UNKNOWN
    }
}
