package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as cells of text (표), before its numbers are told from its headings. Merged cells repeat their text in every place they
 * cover, marked as such, so headings reach all their columns while a number is counted once.
 */
final class Sheet {
    record Cell(String text, int line, int start, boolean repeated) {
        boolean empty() {
            return text.isBlank();
        }
    }

    private static final String SIDE_NAMES =
            "구분|항목|연번|번호|순번|연도|년도|월|월별|분기|동명|동별|부서|부서명|기관|기관명|과목|.*명|분야|종류|내용|유형|구분별|no\\.?";

    private final List<List<Cell>> rows;
    private final List<List<@Nullable Amount>> amounts = new ArrayList<>();
    private final int width;

    private Sheet(List<List<Cell>> rows) {
        this.rows = rows;
        this.width = rows.stream().mapToInt(List::size).max().orElse(0);
        for (List<Cell> row : rows) {
            while (row.size() < width) {
                Cell last = row.isEmpty() ? new Cell("", 1, 0, false) : row.getLast();
                row.add(new Cell("", last.line(), last.start() + last.text().length() + 1, false));
            }
            List<@Nullable Amount> line = new ArrayList<>(width);
            for (Cell cell : row) {
                Amount amount = Numerals.cell(cell.text(), cell.line(), cell.start());
                boolean counted = amount != null && (amount.blank() || !ordinal(amount) && !cell.repeated());
                line.add(counted ? amount : null);
            }
            amounts.add(line);
        }
    }

    private static boolean ordinal(Amount amount) {
        return switch (amount.unit()) {
            case "급", "년", "월", "일", "차", "층", "호", "조", "항", "시", "분", "위", "등" -> true;
            default -> false;
        };
    }

    /** The grids of a table; a new heading row inside it starts another one. */
    static List<Grid> grids(List<List<Cell>> rows, String unit, Places places) {
        Sheet sheet = new Sheet(rows);
        List<Grid> grids = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int head = sheet.head(from);
            if (head == rows.size()) {
                break;
            }
            int to = sheet.end(head);
            sheet.grid(from, head, to, unit, places).ifPresent(grids::add);
            from = to;
        }
        return grids;
    }

    /** First row with a number that is no year. */
    private int head(int from) {
        int row = from;
        while (row < rows.size() && !numeric(row)) {
            row++;
        }
        return row;
    }

    private boolean numeric(int row) {
        for (int column = 0; column < width; column++) {
            Amount amount = amounts.get(row).get(column);
            if (amount != null && !amount.blank() && !(yearly(amount)) && (column > 0 || !serial(row))) {
                return true;
            }
        }
        return false;
    }

    /** A first cell with a bare number beside words is a running number or a heading, not data. */
    private boolean serial(int row) {
        return rows.get(row).stream().skip(1).anyMatch(cell -> !cell.empty());
    }

    private static boolean yearly(Amount amount) {
        return amount.printed().matches("(19|20)\\d\\d") && amount.unit().isEmpty();
    }

    private int end(int head) {
        int row = head + 1;
        while (row < rows.size() && !restarts(row)) {
            row++;
        }
        return row;
    }

    /** A row of words over columns of numbers is the heading of the next block. */
    private boolean restarts(int row) {
        if (numeric(row)) {
            return false;
        }
        Set<String> words = new LinkedHashSet<>();
        int known = 0;
        for (Cell cell : rows.get(row)) {
            String tight = Plain.tight(cell.text());
            if (!tight.isEmpty() && words.add(tight)) {
                known += Meaning.of(tight) != Meaning.PLAIN || tight.matches(SIDE_NAMES) ? 1 : 0;
            }
        }
        return words.size() >= 2 && known >= 2;
    }

    private Optional<Grid> grid(int from, int head, int to, String unit, Places places) {
        List<Integer> data = new ArrayList<>();
        for (int row = head; row < to; row++) {
            if (numeric(row)) {
                data.add(row);
            }
        }
        List<Integer> columns = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            if (counting(column, data, from, head)) {
                columns.add(column);
            } else if (columns.isEmpty()) {
                labels.add(column);
            }
        }
        if (columns.isEmpty() || data.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> tops =
                columns.stream().map(column -> top(column, from, head)).toList();
        List<List<String>> sides = new ArrayList<>();
        List<List<@Nullable Amount>> values = new ArrayList<>();
        for (int row : data) {
            List<String> side = side(row, labels, head);
            sides.add(side);
            List<@Nullable Amount> line = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Amount amount = amounts.get(row).get(columns.get(i));
                line.add(amount == null ? null : amount.withoutScale());
                if (amount != null) {
                    places.cell(amount.spot(), side, tops.get(i));
                }
            }
            values.add(line);
        }
        return Optional.of(new Grid(unit, tops, sides, values, true));
    }

    private boolean counting(int column, List<Integer> data, int from, int head) {
        int numbers = 0;
        int words = 0;
        int blanks = 0;
        int years = 0;
        for (int row : data) {
            Amount amount = amounts.get(row).get(column);
            if (amount == null) {
                words += rows.get(row).get(column).repeated() ? 0 : 1;
            } else if (amount.blank()) {
                blanks += 1;
            } else {
                numbers++;
                years += yearly(amount) ? 1 : 0;
            }
        }
        if (column == 0 && numbers > 0) {
            String heading = Plain.tight(Grid.words(top(0, from, head)));
            if (years == numbers || heading.matches(SIDE_NAMES)) {
                return false;
            }
        }
        return numbers > 0
                ? numbers + blanks >= words
                : words == 0 && column > 0 && blanks > 0 && headed(column, from, head);
    }

    private boolean headed(int column, int from, int head) {
        for (int row = from; row < head; row++) {
            if (!rows.get(row).get(column).empty()) {
                return true;
            }
        }
        return false;
    }

    private List<String> top(int column, int from, int head) {
        List<String> path = new ArrayList<>();
        for (int row = from; row < head; row++) {
            String text = heading(row, column, head);
            if (!text.isBlank() && (path.isEmpty() || !path.getLast().equals(text)) && !title(row)) {
                path.add(text);
            }
        }
        return List.copyOf(path);
    }

    /** An empty cell of an upper heading row belongs to the heading on its left when something stands below it. */
    private String heading(int row, int column, int head) {
        Cell cell = rows.get(row).get(column);
        if (!cell.empty() || row + 1 >= head || column == 0) {
            return cell.text().strip();
        }
        boolean below = false;
        for (int under = row + 1; under < head; under++) {
            below |= !rows.get(under).get(column).empty();
        }
        for (int left = column - 1; below && left > 0; left--) {
            if (!rows.get(row).get(left).empty()) {
                boolean grouped = !rows.get(row + 1).get(left).empty();
                return grouped ? rows.get(row).get(left).text().strip() : "";
            }
        }
        return "";
    }

    /** A row with one text all over is the title of the table. */
    private boolean title(int row) {
        Set<String> words = new LinkedHashSet<>();
        int filled = 0;
        for (Cell cell : rows.get(row)) {
            if (!cell.empty()) {
                words.add(cell.text());
                filled++;
            }
        }
        return words.size() == 1
                && width > 1
                && (filled == width || filled == 1 && !rows.get(row).getFirst().empty());
    }

    private List<String> side(int row, List<Integer> labels, int head) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int column = labels.get(i);
            String text = stripped(rows.get(row).get(column).text());
            if (text.isBlank() && i + 1 < labels.size()) {
                text = above(row, column, head, labels.subList(i + 1, labels.size()));
            }
            if (!text.isBlank() && (path.isEmpty() || !path.getLast().strip().equals(text.strip()))) {
                path.add(text);
            }
        }
        return List.copyOf(path);
    }

    private static String stripped(String text) {
        return text.stripTrailing();
    }

    private String above(int row, int column, int head, List<Integer> rest) {
        boolean named =
                rest.stream().anyMatch(other -> !rows.get(row).get(other).empty());
        for (int up = row - 1; named && up >= Math.max(head, row - 200); up--) {
            if (!rows.get(up).get(column).empty()) {
                return rows.get(up).get(column).text();
            }
        }
        return "";
    }
}
