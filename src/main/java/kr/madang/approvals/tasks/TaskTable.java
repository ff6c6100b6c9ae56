package kr.madang.approvals.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sheet.SheetReader;
import kr.madang.kernel.sheet.SheetWriter;
import org.jspecify.annotations.Nullable;

/** The table of records as a file (기록관리기준표 파일): written, and read row by row with all that is wrong in it. */
public final class TaskTable {
    private static final String[] HEAD = {"처리과 코드", "단위과제 번호", "단위과제명", "보존기간", "책정 사유", "시작일", "종료일"};
    private static final SheetReader.Limits LIMITS = new SheetReader.Limits(20_000, 30, 1_000, 50L << 20);
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-./ ]+(\\d{1,2})[-./ ]+(\\d{1,2})\\.?");
    private static final int SHOWN = 100;

    /** @param line line of the file, from 1 */
    public record Mistake(int line, Refused what) {}

    /**
     * @param entries what could be read
     * @param mistakes the first hundred rows that could not
     */
    public record Outcome(List<TaskEntry> entries, List<Mistake> mistakes) {}

    private TaskTable() {}

    public static void head(SheetWriter out) {
        out.row((Object[]) HEAD);
    }

    public static void row(SheetWriter out, TaskEntry e) {
        out.row(
                e.unit(),
                e.task().code(),
                e.task().title(),
                e.task().retention().title(),
                e.reason(),
                e.first().toString(),
                e.last() == null ? "" : e.last().toString());
    }

    /**
     * @param unit code of the unit for rows that name none
     * @throws Refused when it is no table, or a table without the columns
     */
    public static Outcome read(byte[] file, String unit) {
        var reading = new Reading(unit);
        SheetReader.read(file, LIMITS, reading::take);
        if (reading.columns.isEmpty()) throw Refused.invalid("approvals.tasks.head", String.join(", ", HEAD));
        return new Outcome(List.copyOf(reading.entries), List.copyOf(reading.mistakes));
    }

    private static final class Reading {
        private final String unit;
        private final List<Integer> columns = new ArrayList<>();
        private final List<TaskEntry> entries = new ArrayList<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private final Set<String> met = new HashSet<>();

        Reading(String unit) {
            this.unit = unit;
        }

        void take(SheetReader.Row row) {
            if (row.isBlank()) return;
            if (columns.isEmpty()) {
                heads(row);
                return;
            }
            try {
                var entry = entry(row);
                if (!met.add(entry.unit() + entry.task().code()))
                    throw Refused.invalid("approvals.tasks.twice", entry.task().code());
                entries.add(entry);
            } catch (Refused refused) {
                if (mistakes.size() < SHOWN) mistakes.add(new Mistake(row.line(), refused));
            }
        }

        private void heads(SheetReader.Row row) {
            var names = row.cells().stream()
                    .map(c -> c.text().replaceAll("\\s", ""))
                    .toList();
            for (var head : HEAD) columns.add(names.indexOf(head.replaceAll("\\s", "")));
            // the unit and the last day may be missing
            if (columns.subList(1, HEAD.length - 1).contains(-1))
                throw Refused.invalid("approvals.tasks.head", String.join(", ", HEAD));
        }

        private TaskEntry entry(SheetReader.Row row) {
            var of = text(row, 0);
            var task = new UnitTask(text(row, 1), text(row, 2), Retention.titled(text(row, 3)));
            var first = day(text(row, 5));
            if (first == null) throw Refused.invalid("approvals.tasks.first");
            return new TaskEntry(of.isEmpty() ? unit : of, task, text(row, 4), first, day(text(row, 6)));
        }

        /** What was marked as text against spreadsheets is read as it was. */
        private String text(SheetReader.Row row, int column) {
            int at = columns.get(column);
            var text = at < 0 ? "" : row.cell(at).text();
            return text.matches("(?s)'[=+@-].*") ? text.substring(1) : text;
        }

        private static @Nullable LocalDate day(String text) {
            if (text.isEmpty()) return null;
            var found = DAY.matcher(text);
            try {
                if (found.matches())
                    return LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3)));
            } catch (java.time.DateTimeException e) {
                // said below
            }
            throw Refused.invalid("kernel.day.unreadable", text);
        }
    }
}
