package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole on one line and its parts on the lines below (하위 나열): 언론보도 실적: 6,547건, then 중앙방송 30건, 지역방송 66건, …
 * running on over line ends, or one part per line.
 */
final class ListedParts {
    private static final int REACH = 40;
    private static final int BLANKS = 2;

    private ListedParts() {}

    /** Cells of table rows come in as null. */
    static List<Relation> of(List<Passage> lines) {
        List<Relation> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Passage head = lines.get(i);
            if (head.text().isBlank() || head.cell() || head.depth() == 99 || head.depth() < 20) {
                continue;
            }
            Optional<Amount> whole = whole(head);
            if (whole.isPresent()) {
                Optional<Relation> running = running(whole.get(), head, lines, i);
                (running.isPresent() ? running : onePerLine(whole.get(), head, lines, i)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The only number of the line, at its end, with a unit. */
    private static Optional<Amount> whole(Passage head) {
        List<Amount> numbers = Numerals.in(head.text(), head.line(), head.offset());
        if (numbers.size() != 1) {
            return Optional.empty();
        }
        Amount whole = numbers.getFirst();
        String behind = head.text().substring(whole.end() - head.offset()).strip();
        boolean ends = behind.isEmpty() || behind.matches("[:]|제작|발행|실시|운영|추진|배포|처리|보급|설치|구매|지원|개최|완료|게재");
        boolean counted = !whole.unit().isEmpty() && !whole.unit().matches("년|월|일|시|분|조|항|호|급|%|세|위|차|층");
        return ends && counted && !whole.vague() ? Optional.of(whole) : Optional.empty();
    }

    private static Optional<Relation> running(Amount whole, Passage head, List<Passage> lines, int at) {
        List<Amount> parts = new ArrayList<>();
        List<Items> all = new ArrayList<>();
        int blanks = 0;
        for (int i = at + 1; i < Math.min(lines.size(), at + REACH); i++) {
            Passage line = lines.get(i);
            if (line.text().isBlank()) {
                if (++blanks > BLANKS) {
                    break;
                }
                continue;
            }
            int depth = line.depth();
            if (line.cell() || depth <= head.depth() || all.isEmpty() && depth == 99) {
                break;
            }
            Optional<Items> items = items(line, whole);
            if (items.isEmpty() || all.isEmpty() && items.get().size() < 2 || !all.isEmpty() && depth < 99) {
                break;
            }
            blanks = 0;
            all.add(items.get());
            parts.addAll(items.get().amounts());
        }
        return all.isEmpty() ? Optional.empty() : sum(whole, parts, all);
    }

    private static Optional<Relation> onePerLine(Amount whole, Passage head, List<Passage> lines, int at) {
        List<Amount> parts = new ArrayList<>();
        List<Items> all = new ArrayList<>();
        int level = -1;
        for (int i = at + 1; i < Math.min(lines.size(), at + REACH); i++) {
            Passage line = lines.get(i);
            if (line.text().isBlank()) {
                continue;
            }
            int depth = line.depth();
            if (line.cell() || depth <= head.depth() || depth == 99) {
                break;
            }
            level = level < 0 ? depth : level;
            if (depth > level) {
                continue;
            }
            Optional<Items> items = items(line, whole);
            if (depth < level || items.isEmpty() || items.get().size() != 1) {
                return Optional.empty();
            }
            all.add(items.get());
            parts.addAll(items.get().amounts());
        }
        return parts.size() < 2 ? Optional.empty() : sum(whole, parts, all);
    }

    private static Optional<Items> items(Passage line, Amount whole) {
        String text = line.text();
        int from = text.indexOf(Outline.body(text));
        return Items.read(
                        text,
                        Math.max(from, 0),
                        text.stripTrailing().replaceAll(",$", "").length(),
                        line,
                        ",")
                .filter(items -> items.numbered()
                        && items.named()
                        && items.amounts().stream().allMatch(part -> part.unit().equals(whole.unit())));
    }

    private static Optional<Relation> sum(Amount whole, List<Amount> parts, List<Items> all) {
        Sum sum = Sum.of("아래에 적힌 내역을 더하여", whole, parts, Breakdowns.slack(whole, parts));
        boolean partial = all.stream().anyMatch(Items::partial) || all.stream().anyMatch(Items::years);
        boolean rest = all.stream().anyMatch(Items::rest);
        return sum.holds() || !partial && (rest || Doubt.mistyped(sum)) ? Optional.of(sum) : Optional.empty();
    }
}
