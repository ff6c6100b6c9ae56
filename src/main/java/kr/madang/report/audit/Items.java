package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A list of named numbers (항목 나열): 뉴스 753, 교육 37, 복지 72 or 구민발송 8회, 직원발송 10회. */
record Items(List<Item> items) {
    /** A named number, or a name alone when {@code amount} is empty. */
    record Item(String label, Optional<Amount> amount) {}

    private static final Pattern PARTIAL = Pattern.compile(
            "이\\s?중|그\\s?중|중에서|가운데|(?:^|\\s)중\\s|포함|제외|별도|누계|누적|전년|작년|평균|인당|대당|대비|목표|최대|최소|매월|매주|매년|매일|각각|(?:^|\\s)각\\s|당초|예정|배율|기준|이상|이하|이내|내외|부터|까지|단가|(?:^|\\s)월\\s?$|(?:^|\\s)연\\s?$|(?:^|\\s)주\\s?$|제\\s?$|전월|증\\s?$|감\\s?$|증가|감소|총\\s?$");
    private static final Pattern OPEN_END =
            Pattern.compile("(?:^|[\\s가-힣])등(?:$|\\s|\\d)|(?:^|\\s)외(?:$|\\s)|…|\\.\\.\\.");
    private static final Pattern YEAR = Pattern.compile("^(?:['’]?\\d{2}|(?:19|20)\\d{2})년?(?:도|말|초)?$");

    static Optional<Items> read(String text, int from, int to, Passage at, String separators) {
        List<Item> items = new ArrayList<>();
        for (Brackets.Piece piece : Brackets.split(text, from, to, separators)) {
            Optional<Item> item = item(text, piece.start(), piece.end(), at);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(new Items(items));
    }

    private static Optional<Item> item(String text, int start, int end, Passage at) {
        String piece = text.substring(start, end);
        if (piece.isBlank()) {
            return Optional.empty();
        }
        int stop = end;
        String body = piece.stripTrailing();
        // a remark in brackets behind the number belongs to the item: 생방송 1(정례간부회의)
        if (body.endsWith(")") || body.endsWith("]")) {
            int open = opening(body);
            if (open <= 0) {
                return Optional.empty();
            }
            stop = start + open;
            body = piece.substring(0, open).stripTrailing();
        }
        List<Amount> numbers = Numerals.in(text.substring(start, stop), at.line(), at.offset() + start);
        if (numbers.isEmpty()) {
            return Optional.of(new Item(body.strip(), Optional.empty()));
        }
        Amount last = numbers.getLast();
        int behind = last.end() - at.offset();
        String label = text.substring(start, last.spot().start() - at.offset())
                .replaceAll("[\\s:：=△▲+\\-]+$", "")
                .strip();
        if (behind > stop || !text.substring(behind, stop).isBlank()) {
            return Optional.of(new Item(body.strip(), Optional.empty()));
        }
        return Optional.of(new Item(label, Optional.of(last)));
    }

    private static int opening(String body) {
        int depth = 0;
        for (int i = body.length() - 1; i >= 0; i--) {
            char c = body.charAt(i);
            if (c == ')' || c == ']') {
                depth++;
            } else if (c == '(' || c == '[') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    int size() {
        return items.size();
    }

    List<Amount> amounts() {
        return items.stream().flatMap(item -> item.amount().stream()).toList();
    }

    boolean numbered() {
        return items.stream().allMatch(item -> item.amount().isPresent());
    }

    /** Whether every item is a name with a letter in it and one plain number, none of them only an example or a comparison. */
    boolean named() {
        return items.stream()
                .allMatch(item -> item.label().chars().anyMatch(Character::isLetter)
                        && item.amount().map(amount -> !amount.vague()).orElse(true));
    }

    boolean partial() {
        return items.stream()
                .anyMatch(item -> PARTIAL.matcher(item.label()).find()
                        || OPEN_END.matcher(item.label()).find());
    }

    boolean years() {
        return items.stream()
                .anyMatch(item -> YEAR.matcher(Plain.tight(item.label())).matches());
    }

    boolean rest() {
        return items.stream().anyMatch(item -> Plain.tight(item.label()).matches("기타|그외|나머지|그밖"));
    }

    /** Whether the items are counted in the same unit as the whole, or leave it out. */
    boolean sameUnit(Amount whole) {
        return amounts().stream()
                .allMatch(amount -> amount.unit().isEmpty()
                        || amount.unit().equals(whole.unit())
                        || people(amount.unit()) && people(whole.unit()));
    }

    private static boolean people(String unit) {
        return unit.equals("명") || unit.equals("인");
    }
}
