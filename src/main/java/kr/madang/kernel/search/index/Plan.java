package kr.madang.kernel.search.index;

import java.util.List;

/**
 * What somebody looks for, understood (검색식): every need must be met, nothing unwanted may be there. A plan without needs and without
 * anything unwanted finds everything.
 */
public record Plan(List<Need> needs, List<Match> unwanted) {
    public static final Plan EVERYTHING = new Plan(List.of(), List.of());

    public Plan {
        needs = List.copyOf(needs);
        unwanted = List.copyOf(unwanted);
    }

    /** Met by any of its matches. @param typed as it was typed */
    public record Need(String typed, List<Match> any) {
        public Need {
            any = List.copyOf(any);
        }
    }

    public sealed interface Match {
        /** Tokens side by side in title or text. @param weight 1 for what was typed, less for what means the same */
        record Phrase(List<String> tokens, float weight) implements Match {}

        /** A word that begins so; {@code pattern} is a regular expression where initials were typed. */
        record Start(String typed, String pattern, boolean regular) implements Match {}

        /** A word exactly as it was typed. */
        record Whole(String word) implements Match {}
    }
}
