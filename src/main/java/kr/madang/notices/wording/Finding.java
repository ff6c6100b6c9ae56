package kr.madang.notices.wording;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something an officer should know of a text before it goes out (문안 점검 결과).
 *
 * @param from offset in the text; 0 when it is about the whole
 * @param to behind it; the same as {@code from} where something is missing
 * @param proposal what should stand there instead; null when only the writer can know
 * @param args fill the sentence of the check
 */
public record Finding(
        Check check, int from, int to, @Nullable String proposal, List<Object> args) {
    public Finding {
        args = List.copyOf(args);
    }

    static Finding whole(Check check, Object... args) {
        return new Finding(check, 0, 0, null, List.of(args));
    }

    static Finding at(Check check, int from, int to, @Nullable String proposal, Object... args) {
        return new Finding(check, from, to, proposal, List.of(args));
    }

    /** The text with every proposal put in; what is found at one place goes there in the order found. */
    public static String mend(String text, List<Finding> findings) {
        var out = new StringBuilder();
        int at = 0;
        for (var finding :
                findings.stream().sorted(Comparator.comparing(Finding::from)).toList()) {
            var proposal = finding.proposal();
            if (proposal == null || finding.from() < at) continue;
            out.append(text, at, finding.from()).append(proposal);
            at = finding.to();
        }
        return out.append(text, at, text.length()).toString();
    }

    public boolean blocking() {
        return check.blocking();
    }
}
