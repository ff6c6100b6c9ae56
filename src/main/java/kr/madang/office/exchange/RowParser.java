package kr.madang.office.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.kernel.sheet.SheetReader;
import kr.madang.kernel.sheet.SheetReader.Row;
import kr.madang.office.budget.Ledger;
import kr.madang.office.ledger.Move;
import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an export: heads first, then every cell by what it must be. Collects what is wrong instead of stopping. */
final class RowParser implements SheetReader.Listener {
    static final int MOST_MISTAKES = 1_000;
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-./]?\\s*(\\d{1,2})\\s*[-./]?\\s*(\\d{1,2})\\.?(?:[ T]00:00.*)?");
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);

    /** Answers which line item the names of a row mean; null when none. */
    interface Lines {
        @Nullable
        UUID find(int year, String policy, String unit, String project, String line);
    }

    private final Lines lines;
    private final Map<Column, Integer> heads = new EnumMap<>(Column.class);
    final List<ImportRow> rows = new ArrayList<>();
    final List<Mistake> mistakes = new ArrayList<>();

    @Nullable
    BigDecimal printedTotal;

    int printedTotalLine;
    private int seen;

    RowParser(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void row(Row row) {
        if (row.isBlank() || mistakes.size() >= MOST_MISTAKES) return;
        if (heads.isEmpty()) {
            if (++seen <= 10) findHeads(row);
            return;
        }
        if (isTotal(row)) return;
        int before = mistakes.size();
        var parsed = parse(row);
        if (mistakes.size() == before && parsed != null) rows.add(parsed);
    }

    boolean headless() {
        return heads.isEmpty();
    }

    private void findHeads(Row row) {
        var found = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int at = i;
            Column.of(row.cell(i).text()).ifPresent(c -> found.putIfAbsent(c, at));
        }
        if (found.size() < 4) return;
        heads.putAll(found);
        for (var column : Column.values())
            if (column.required() && !found.containsKey(column))
                mistakes.add(Mistake.of(row.line(), column, "office.import.head", column.title()));
    }

    private boolean isTotal(Row row) {
        var first = row.cells().stream()
                .map(SheetReader.Cell::text)
                .filter(t -> !t.isBlank())
                .findFirst()
                .orElse("");
        if (!first.replaceAll("\\s", "").matches("계|합계|총계|총합계")) return false;
        var amount = amount(row, false);
        if (amount != null) {
            printedTotal = amount;
            printedTotalLine = row.line();
        }
        return true;
    }

    private @Nullable ImportRow parse(Row row) {
        for (var head : heads.entrySet())
            if (row.cell(head.getValue()).formula())
                mistakes.add(Mistake.of(row.line(), head.getKey(), "office.import.formula"));
        var year = year(row);
        var kind = choice(row, Column.KIND, Move.values(), Move::title);
        var source = text(row, Column.SOURCE).isEmpty()
                ? Source.DISTRICT
                : choice(row, Column.SOURCE, Source.values(), Source::title);
        var day = day(row);
        var amount = amount(row, true);
        var document = required(row, Column.DOCUMENT, 60);
        var line = year == null ? null : line(row, year);
        if (kind == null || source == null || day == null || amount == null || year == null || line == null)
            return null;
        var obligation = text(row, Column.OBLIGATION);
        if (kind != Move.OBLIGATION && obligation.isEmpty())
            mistakes.add(Mistake.of(row.line(), Column.OBLIGATION, "office.import.obligation_missing"));
        var payee = text(row, Column.PAYEE);
        var memo = text(row, Column.MEMO);
        if (payee.length() > 100) mistakes.add(Mistake.of(row.line(), Column.PAYEE, "office.import.long", 100));
        if (memo.length() > 300) mistakes.add(Mistake.of(row.line(), Column.MEMO, "office.import.long", 300));
        return new ImportRow(
                row.line(),
                year,
                line,
                kind,
                source,
                day,
                amount.longValueExact(),
                document,
                kind == Move.OBLIGATION ? "" : obligation,
                payee.isEmpty() ? "-" : payee,
                memo);
    }

    private @Nullable UUID line(Row row, int year) {
        var project = required(row, Column.PROJECT, 200);
        var name = required(row, Column.LINE, 200);
        if (project.isEmpty() || name.isEmpty()) return null;
        // "201-01 사무관리비" and "사무관리비" mean the same line
        var line = lines.find(
                year,
                text(row, Column.POLICY),
                text(row, Column.UNIT),
                project,
                name.replaceFirst("^\\d{3}(-\\d{2})?\\s*", ""));
        if (line == null) mistakes.add(Mistake.of(row.line(), Column.PROJECT, "office.import.project", project, name));
        return line;
    }

    private @Nullable Integer year(Row row) {
        var text = required(row, Column.YEAR, 20).replace(".0", "").replace("년", "");
        if (text.matches("(19|20)\\d{2}")) return Integer.valueOf(text);
        if (!text.isEmpty()) mistakes.add(Mistake.of(row.line(), Column.YEAR, "office.import.year", text));
        return null;
    }

    private @Nullable LocalDate day(Row row) {
        var at = heads.get(Column.DAY);
        var text = required(row, Column.DAY, 40);
        if (text.isEmpty() || at == null) return null;
        try {
            if (row.cell(at).number() && text.matches("\\d{5}(\\.0*)?"))
                return EXCEL_ZERO.plusDays(Long.parseLong(text.substring(0, 5)));
            var found = DAY.matcher(text);
            if (found.matches())
                return LocalDate.of(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)));
        } catch (DateTimeException e) {
            // said below
        }
        mistakes.add(Mistake.of(row.line(), Column.DAY, "office.import.day", text));
        return null;
    }

    private @Nullable BigDecimal amount(Row row, boolean strict) {
        var text = strict ? required(row, Column.AMOUNT, 60) : text(row, Column.AMOUNT);
        if (text.isEmpty()) return null;
        try {
            var plain = text.replace(",", "").replace("원", "").strip();
            if (plain.length() > 30 || !plain.matches("-?\\d+(\\.\\d+)?([eE]\\+?\\d{1,2})?"))
                throw new NumberFormatException();
            var amount = new BigDecimal(plain);
            if (strict && amount.signum() <= 0) {
                mistakes.add(Mistake.of(row.line(), Column.AMOUNT, "office.import.positive", text));
                return null;
            }
            if (amount.stripTrailingZeros().scale() > 0
                    || (strict && amount.compareTo(BigDecimal.valueOf(Ledger.LARGEST)) > 0))
                throw new NumberFormatException();
            return amount;
        } catch (NumberFormatException e) {
            mistakes.add(Mistake.of(row.line(), Column.AMOUNT, "office.import.amount", text));
            return null;
        }
    }

    private interface Title<E> {
        String of(E value);
    }

    private <E> @Nullable E choice(Row row, Column column, E[] values, Title<E> title) {
        var text = required(row, column, 40);
        if (text.isEmpty()) return null;
        for (var value : values) if (title.of(value).equals(text)) return value;
        var known = String.join(", ", Arrays.stream(values).map(title::of).toList());
        mistakes.add(Mistake.of(row.line(), column, "office.import.choice", text, known));
        return null;
    }

    private String required(Row row, Column column, int longest) {
        var text = text(row, column);
        if (text.isEmpty()) {
            if (heads.containsKey(column)) mistakes.add(Mistake.of(row.line(), column, "office.import.empty"));
        } else if (text.length() > longest) {
            mistakes.add(Mistake.of(row.line(), column, "office.import.long", longest));
            return "";
        }
        return text;
    }

    private String text(Row row, Column column) {
        var at = heads.get(column);
        return at == null ? "" : row.cell(at).text().strip();
    }
}
