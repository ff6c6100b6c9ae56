package kr.madang.press.scrap;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.press.Tier;

/**
 * By what an article comes into the scrap, and under which heading (스크랩 규칙).
 *
 * @param words any of them in headline or lead; none asks nothing
 * @param without none of them in it
 * @param tiers classes of outlets; none asks nothing
 * @param own only what goes back to a release of the office
 */
public record Rule(
        UUID id,
        String name,
        String section,
        List<String> words,
        List<String> without,
        Set<Tier> tiers,
        boolean own,
        int position,
        boolean active) {

    boolean fits(Clipping clipping) {
        var text = text(clipping);
        return active
                && (!own || clipping.own())
                && (tiers.isEmpty() || tiers.contains(clipping.tier()))
                && (words.isEmpty() || any(words, text))
                && !any(without, text);
    }

    private static String text(Clipping clipping) {
        return (clipping.title() + "\n" + clipping.lead()).toLowerCase(Locale.ROOT);
    }

    private static boolean any(Collection<String> words, String text) {
        return words.stream().anyMatch(w -> text.contains(w.toLowerCase(Locale.ROOT)));
    }

    /** The first rule in order that takes it; empty when none does, or when something says it never belongs into the scrap. */
    public static Optional<Rule> pick(List<Rule> ordered, Collection<String> never, Clipping clipping) {
        if (any(never, text(clipping))) return Optional.empty();
        return ordered.stream().filter(rule -> rule.fits(clipping)).findFirst();
    }
}
