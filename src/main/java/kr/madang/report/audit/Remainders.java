package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left of a purchase (잔여 물량): bought − issued = left, where all three are broken down by the same names. */
final class Remainders {
    private static final int REACH = 14;

    private Remainders() {}

    static List<Relation> of(List<Passage> lines) {
        List<Relation> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Passage bought = lines.get(i);
            if (!bought.cell() && bought.text().matches("(?s).*(구매|구입|도입|제작|확보|입고|발행|인쇄).*")) {
                Map<String, Amount> all = listed(bought);
                if (all.size() >= 2) {
                    found.addAll(below(lines, i, all));
                }
            }
        }
        return found;
    }

    private static List<Relation> below(List<Passage> lines, int at, Map<String, Amount> bought) {
        @Nullable Map<String, Amount> issued = null;
        int depth = lines.get(at).depth();
        for (int i = at + 1; i < Math.min(lines.size(), at + REACH); i++) {
            Passage line = lines.get(i);
            if (line.text().isBlank()) {
                continue;
            }
            if (line.depth() <= depth) {
                break;
            }
            Map<String, Amount> listed = listed(line);
            boolean left = line.text().matches("(?s).*(잔여|잔량|재고|미보급|미지급|미배부|남은).*");
            if (left && issued != null && !listed.isEmpty()) {
                return differences(bought, issued, listed);
            }
            if (!left && !listed.isEmpty() && line.text().matches("(?s).*(보급|지급|배부|배포|사용|출고|설치|교체).*")) {
                if (issued != null) {
                    return List.of();
                }
                issued = listed;
            }
        }
        return List.of();
    }

    private static List<Relation> differences(
            Map<String, Amount> bought, Map<String, Amount> issued, Map<String, Amount> left) {
        List<Relation> found = new ArrayList<>();
        int hits = 0;
        for (Map.Entry<String, Amount> entry : left.entrySet()) {
            Amount from = bought.get(entry.getKey());
            Amount less = issued.get(entry.getKey());
            if (from == null || less == null) {
                return List.of();
            }
            Sum difference = Sum.difference("'" + entry.getKey() + "' 잔여는 구매에서 보급을 빼서", entry.getValue(), from, less);
            hits += difference.holds() ? 1 : 0;
            found.add(difference);
        }
        return hits * 2 >= found.size() ? found : List.of();
    }

    /** The named numbers in the first brackets of a line that has a list there. */
    private static Map<String, Amount> listed(Passage passage) {
        String text = passage.text();
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int close = Brackets.close(text, open);
            if (close < 0) {
                break;
            }
            Items items = Items.read(text, open + 1, close, passage, ",").orElse(null);
            if (items != null && items.size() >= 2 && items.numbered() && items.named()) {
                Map<String, Amount> listed = new LinkedHashMap<>();
                items.items().forEach(item -> item.amount()
                        .ifPresent(amount -> listed.put(Plain.tight(item.label()), amount)));
                return listed;
            }
        }
        return new HashMap<>();
    }
}
