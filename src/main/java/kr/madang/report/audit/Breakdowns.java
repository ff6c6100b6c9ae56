package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole with its parts in brackets (내역): 664대(컴퓨터: 350, 모니터: 314), 연 18회(구민발송 8회, 직원발송 10회). */
final class Breakdowns {
    private static final List<String> SEPARATORS = List.of(",", ",;", "/", "·", ",·", "+");
    private static final Set<String> NO_WHOLE = Set.of("년", "월", "시", "분", "조", "항", "호", "급", "위", "차", "층", "세");

    private Breakdowns() {}

    static List<Relation> of(Passage passage) {
        List<Relation> found = new ArrayList<>();
        String text = passage.text();
        for (Amount whole : Numerals.in(text, passage.line(), passage.offset())) {
            int open = opening(text, whole.end() - passage.offset());
            int close = open < 0 ? -1 : Brackets.close(text, open);
            if (close < 0 || whole.vague() || NO_WHOLE.contains(whole.unit())) {
                continue;
            }
            parts(whole, text, open + 1, close, passage, total(text, whole, passage))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The bracket right behind the number, or behind its counted noun: 5개 채널[IPTV 1, …]. */
    private static int opening(String text, int end) {
        int at = end;
        while (at < text.length() && at < end + 8 && (Character.isLetter(text.charAt(at)) || text.charAt(at) == ' ')) {
            at++;
        }
        return at < text.length() && (text.charAt(at) == '(' || text.charAt(at) == '[') ? at : -1;
    }

    static boolean total(String text, Amount whole, Passage passage) {
        int start = whole.spot().start() - passage.offset();
        String before =
                text.substring(Math.max(0, start - 4), Math.max(0, start)).stripTrailing();
        return before.endsWith("총") || before.endsWith("계") || before.endsWith("합계") || before.endsWith("총계");
    }

    static Optional<Relation> parts(Amount whole, String text, int from, int to, Passage at, boolean total) {
        Optional<Relation> miss = Optional.empty();
        for (String separators : SEPARATORS) {
            Items items = Items.read(text, from, to, at, separators).orElse(null);
            if (items == null
                    || items.size() < 2
                    || items.amounts().isEmpty()
                    || !items.named()
                    || !items.sameUnit(whole)) {
                continue;
            }
            Relation relation = items.numbered() ? sum(whole, items) : mixed(whole, items);
            if (relation == null) {
                continue;
            }
            if (relation.holds()) {
                return Optional.of(relation);
            }
            boolean meant = relation instanceof Sum sum ? meant(sum, items, total) : separators.equals(",");
            if (miss.isEmpty() && meant && (relation instanceof Sum || close(relation))) {
                miss = Optional.of(relation);
            }
        }
        return miss;
    }

    private static Sum sum(Amount whole, Items items) {
        List<Amount> parts = aligned(whole, items.amounts());
        return Sum.of("괄호 안 내역을 더하여", whole, parts, slack(whole, parts));
    }

    /** Parts without a unit of their own are counted as the whole is: 563,795천원(국비 22,468, …). */
    static List<Amount> aligned(Amount whole, List<Amount> parts) {
        return parts.stream()
                .map(part -> part.unit().isEmpty()
                                && part.scale().compareTo(BigDecimal.ONE) == 0
                                && whole.scale().compareTo(BigDecimal.ONE) != 0
                        ? new Amount(
                                part.spot(),
                                part.end(),
                                part.printed(),
                                part.value().multiply(whole.scale()),
                                whole.scale(),
                                part.decimals(),
                                part.unit(),
                                part.vague())
                        : part)
                .toList();
    }

    static BigDecimal slack(Amount whole, List<Amount> parts) {
        boolean finer = parts.stream().anyMatch(part -> part.quantum().compareTo(whole.quantum()) < 0);
        if (finer) {
            return whole.quantum().subtract(BigDecimal.ONE.min(whole.quantum()).movePointLeft(6));
        }
        return whole.unit().equals("%")
                ? whole.quantum().multiply(BigDecimal.valueOf(parts.size())).divide(BigDecimal.valueOf(2))
                : BigDecimal.ZERO;
    }

    /** A name without a number stands for at least one, so the parts may fall short of the whole but never pass it. */
    private static @Nullable Relation mixed(Amount whole, Items items) {
        BigDecimal least = items.amounts().stream()
                .map(Amount::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(BigDecimal.valueOf(items.size() - items.amounts().size()));
        boolean countable = Set.of("개소", "곳", "대", "명", "개", "종").contains(whole.unit());
        if (!countable || items.partial() || least.compareTo(whole.value()) <= 0) {
            return null;
        }
        return new Product("괄호 안 내역을 하나씩만 세어도", whole, List.of(), least);
    }

    private static boolean close(Relation relation) {
        return relation instanceof Product product && Doubt.mistyped(product);
    }

    private static boolean meant(Sum sum, Items items, boolean total) {
        if (items.partial()) {
            return false;
        }
        if (items.years() && !total) {
            return false;
        }
        if (sum.target().unit().equals("%") && sum.target().value().compareTo(BigDecimal.valueOf(100)) != 0) {
            return false;
        }
        return items.rest() || Doubt.mistyped(sum);
    }
}
