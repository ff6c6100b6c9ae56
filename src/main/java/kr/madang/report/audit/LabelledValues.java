package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Named numbers in running text that belong together (문장 속 항목): 예산액 381,550천원, 집행액 381,248천원(집행률 99.9%), on one line or
 * on lines that follow each other.
 */
final class LabelledValues {
    private static final Set<Meaning> USED = EnumSet.of(
            Meaning.BUDGET,
            Meaning.SPENT,
            Meaning.LEFT,
            Meaning.RATE,
            Meaning.TARGET,
            Meaning.RESULT,
            Meaning.AUTHORIZED,
            Meaning.ACTUAL,
            Meaning.STAFF_GAP);
    private static final Set<Meaning> DERIVED = EnumSet.of(Meaning.LEFT, Meaning.RATE, Meaning.STAFF_GAP);

    private record Named(Meaning meaning, String label, Amount amount) {}

    private LabelledValues() {}

    static List<Relation> of(List<Passage> passages) {
        List<Relation> found = new ArrayList<>();
        List<Named> run = new ArrayList<>();
        int depth = -1;
        for (Passage passage : passages) {
            List<Named> named = named(passage);
            if (named.size() > 1) {
                found.addAll(relations(named));
            }
            boolean alone = named.size() == 1
                    && Numerals.in(passage.text(), passage.line(), passage.offset())
                                    .size()
                            == 1;
            if (alone && !passage.cell() && (run.isEmpty() || depth == passage.depth())) {
                run.addAll(named);
                depth = passage.depth();
            } else if (!passage.text().isBlank()) {
                found.addAll(relations(run));
                run.clear();
                if (alone && !passage.cell()) {
                    run.addAll(named);
                    depth = passage.depth();
                }
            }
        }
        found.addAll(relations(run));
        return found;
    }

    private static List<Named> named(Passage passage) {
        List<Named> named = new ArrayList<>();
        int from = 0;
        for (Amount amount : Numerals.in(passage.text(), passage.line(), passage.offset())) {
            int start = amount.spot().start() - passage.offset();
            label(passage.text().substring(Math.min(from, start), start)).ifPresent(label -> {
                Meaning meaning = Meaning.of(label);
                if (USED.contains(meaning) && !amount.vague()) {
                    named.add(new Named(meaning, label, amount));
                }
            });
            from = Math.min(amount.end() - passage.offset(), passage.text().length());
        }
        return named;
    }

    /** The last word before the number: …(구비), 집행액: → 집행액. */
    private static Optional<String> label(String before) {
        String text = before.replaceAll("[\\s:：=△▲+\\-]+$", "")
                .replaceAll("(?<=[가-힣])(?:은|는|이|가|\\s총|\\s약)$", "")
                .strip();
        String[] words = text.split("[\\s,/()\\[\\]·]+");
        if (words.length == 0) {
            return Optional.empty();
        }
        String last = words[words.length - 1];
        return last.isEmpty() || last.length() > 12 ? Optional.empty() : Optional.of(last);
    }

    private static List<Relation> relations(List<Named> named) {
        boolean derived = named.stream().anyMatch(one -> DERIVED.contains(one.meaning()));
        boolean twice = named.stream().map(Named::meaning).distinct().count() < named.size();
        if (named.size() < 3 || !derived || twice) {
            return List.of();
        }
        List<List<String>> tops =
                named.stream().map(one -> List.of(one.label())).toList();
        List<@Nullable Amount> row = new ArrayList<>();
        named.forEach(one -> row.add(one.amount()));
        List<List<@Nullable Amount>> values = new ArrayList<>();
        values.add(row);
        return LineRules.of(new Grid("", tops, List.of(List.of("")), values, true));
    }
}
