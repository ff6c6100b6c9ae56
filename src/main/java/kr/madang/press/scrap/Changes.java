package kr.madang.press.scrap;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a new version of a scrap changes (다시 낸 스크랩의 바뀐 점). */
public record Changes(List<Printed> added, List<Printed> removed, List<Printed> withdrawn, boolean reordered) {
    public static final Changes NONE = new Changes(List.of(), List.of(), List.of(), false);

    public static Changes between(List<Printed> before, List<Printed> after) {
        var old = before.stream().collect(Collectors.toMap(Printed::article, Function.identity()));
        var now = after.stream().collect(Collectors.toMap(Printed::article, Function.identity()));
        var added = after.stream().filter(p -> !old.containsKey(p.article())).toList();
        var removed = before.stream().filter(p -> !now.containsKey(p.article())).toList();
        var withdrawn = after.stream()
                .filter(Printed::withdrawn)
                .filter(p -> old.containsKey(p.article())
                        && !java.util.Objects.requireNonNull(old.get(p.article()))
                                .withdrawn())
                .toList();
        return new Changes(
                added, removed, withdrawn, !order(before, now::containsKey).equals(order(after, old::containsKey)));
    }

    private static List<String> order(List<Printed> items, java.util.function.Predicate<UUID> inBoth) {
        return items.stream()
                .filter(p -> inBoth.test(p.article()))
                .map(p -> p.article() + p.section())
                .toList();
    }

    public boolean none() {
        return added.isEmpty() && removed.isEmpty() && withdrawn.isEmpty() && !reordered;
    }
}
