package kr.madang.office.demo;

import static kr.madang.office.demo.Sower.row;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.kernel.seed.Draw;
import kr.madang.office.ledger.Move;
import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;

/**
 * The execution of one fiscal year, entry by entry. What the reports print as executed by the end of May is reached exactly on that
 * day; the rest of the year goes on in the same manner.
 */
final class SeededLedger {
    /** A line item with its targets in won; -1 where no report says. */
    record Line(
            UUID id,
            BudgetPlan.Project project,
            String name,
            Source source,
            long planned,
            long obligated,
            long spent) {}

    /** An entry before it has a document number. */
    private record Draft(
            UUID id,
            Line line,
            Move kind,
            long amount,
            LocalDate day,
            String payee,
            String memo,
            @Nullable Draft obligation,
            @Nullable Draft reverses) {}

    /** A commitment with what is still to be paid on it. */
    private static final class Open {
        final Draft draft;
        long unpaid;

        Open(Draft draft) {
            this.draft = draft;
            unpaid = draft.amount;
        }
    }

    private final Draw draw;
    private final int year;
    private final List<Line> lines;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<UUID, Long> slack = new java.util.HashMap<>();

    SeededLedger(Draw draw, int year, List<Line> lines) {
        this.draw = draw;
        this.year = year;
        this.lines = lines;
    }

    int size() {
        return drafts.size();
    }

    /** What the line does not commit in the whole year. */
    long slack(UUID line) {
        return slack.getOrDefault(line, 0L);
    }

    void grow() {
        for (var line : lines) grow(line);
    }

    private void grow(Line line) {
        long obligatedByMay = line.obligated >= 0 ? line.obligated : share(line.planned, 30, 55);
        long spentByMay = line.spent >= 0 ? line.spent : share(obligatedByMay, 50, 85);
        long obligated = Math.max(obligatedByMay, whole(line));
        long spent = Math.max(spentByMay, obligated - (draw.chance(0.3) ? share(obligated, 0, 2) : 0));
        slack.merge(line.id, line.planned - obligated, Long::sum);

        var open = new ArrayList<Open>();
        var spring = Period.months(year, line.project.firstMonth(), line.project.lastMonth());
        commit(line, obligatedByMay, spring, open);
        pay(line, spentByMay, LocalDate.of(year, 1, 1), LocalDate.of(year, 5, 31), open);
        commit(line, obligated - obligatedByMay, Period.months(year, 6, 12), open);
        pay(line, spent - spentByMay, LocalDate.of(year, 6, 1), lastWorkday(), open);
        if (line.planned - obligated > 2_000_000 && draw.chance(0.5)) mistake(line);
    }

    /** What is committed by the end of the year: nearly all. */
    private long whole(Line line) {
        if (line.project.name().equals("교환기 및 전화기 교체")) return 885_310_000;
        // what is transferred away in September must not be committed before
        if (line.project.name().equals("자가정보통신망 유지관리")) return share(line.planned, 91, 93);
        return share(line.planned, 94, 99);
    }

    private long share(long of, int low, int high) {
        return of * draw.between(low * 10, high * 10) / 1000 / 1000 * 1000;
    }

    private void commit(Line line, long amount, Period period, List<Open> open) {
        if (amount <= 0) return;
        int most = (int) Math.max(1, Math.min(amount / 200_000, line.project.lumps() ? 3 : 44));
        int parts = line.project.lumps() ? draw.between(1, Math.min(most, 3)) : draw.between((most + 1) / 2, most);
        if (amount == 885_310_000) parts = 1;
        for (long part : parts(amount, parts)) {
            var day = amount == 885_310_000 ? LocalDate.of(year, 6, 9) : workday(period);
            var draft = new Draft(
                    draw.id(draw.moment(day)),
                    line,
                    Move.OBLIGATION,
                    part,
                    day,
                    payee(line),
                    "%s %d월 %s".formatted(line.project.name(), day.getMonthValue(), line.name.substring(7)),
                    null,
                    null);
            drafts.add(draft);
            open.add(new Open(draft));
        }
        open.sort(Comparator.comparing((Open o) -> o.draft.day).thenComparing(o -> o.draft.id));
    }

    /** Splits to ten won, as invoices are; the last part takes the rest. */
    private long[] parts(long amount, int parts) {
        if (parts == 1 || amount % 10 != 0) return new long[] {amount};
        var split = draw.split(amount / 10, parts);
        for (int i = 0; i < split.length; i++) split[i] *= 10;
        return split;
    }

    /** Pays commitments in order until the amount is reached, some of them in two instalments. */
    private void pay(Line line, long amount, LocalDate from, LocalDate until, List<Open> open) {
        long left = amount;
        for (var next : open) {
            if (left == 0) return;
            if (next.unpaid == 0) continue;
            long part = Math.min(left, next.unpaid);
            left -= part;
            next.unpaid -= part;
            boolean twice = part > 2_000_000 && part % 10 == 0 && draw.chance(0.2);
            for (long instalment : parts(part, twice ? 2 : 1)) {
                var day = between(later(next.draft.day, from), until);
                add(line, Move.PAYMENT, instalment, day, next.draft, null);
            }
        }
        if (left != 0) throw new IllegalStateException(line + " cannot pay " + left);
    }

    /** A commitment paid by mistake: the money comes back and the commitment is taken back. */
    private void mistake(Line line) {
        long amount = draw.between(20, 90) * 10_000L;
        var day = workday(Period.months(year, 2, 4));
        var wrong = new Draft(
                draw.id(draw.moment(day)),
                line,
                Move.OBLIGATION,
                amount,
                day,
                payee(line),
                line.project.name() + " 착오 집행",
                null,
                null);
        drafts.add(wrong);
        var paid = between(day, day.plusDays(7));
        add(line, Move.PAYMENT, amount, paid, wrong, null);
        var back = between(paid, paid.plusDays(9));
        add(line, Move.RETURN, amount, back, wrong, null);
        add(line, Move.OBLIGATION, -amount, between(back, back.plusDays(5)), wrong, wrong);
    }

    private void add(Line line, Move kind, long amount, LocalDate day, Draft obligation, @Nullable Draft reverses) {
        drafts.add(new Draft(
                draw.id(draw.moment(day)),
                line,
                kind,
                amount,
                day,
                obligation.payee,
                obligation.memo,
                obligation,
                reverses));
    }

    private String payee(Line line) {
        if (line.name.startsWith("308")) return "한국지역정보개발원";
        var trade = line.project.name().contains("통신") || line.project.name().contains("전화")
                ? "시연통신"
                : line.project.name().contains("소식") || line.project.name().contains("영등포")
                        ? "시연인쇄"
                        : line.project.name().contains("시스템")
                                        || line.project.name().contains("홈페이지")
                                ? "시연정보"
                                : "시연상사";
        return "%s %02d".formatted(trade, draw.between(1, 12));
    }

    private LocalDate workday(Period period) {
        while (true) {
            var day = draw.day(period);
            if (works(day)) return day;
        }
    }

    private LocalDate between(LocalDate from, LocalDate until) {
        var limit = from.plusDays(30).isBefore(until) ? from.plusDays(30) : until;
        for (int tries = 0; tries < 20; tries++) {
            var day = draw.day(new Period(from, limit));
            if (works(day)) return day;
        }
        return from;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && day.getDayOfYear() != 1;
    }

    private LocalDate lastWorkday() {
        return LocalDate.of(year, 12, 31);
    }

    void sow(Sower sower) {
        drafts.sort(Comparator.comparing(Draft::day)
                .thenComparing(d -> d.kind)
                .thenComparing(d -> d.reverses != null)
                .thenComparing(Draft::id));
        var numbers = new EnumMap<Move, Integer>(Move.class);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var d : drafts) {
            int number = numbers.merge(d.kind, 1, Integer::sum);
            rows.add(row(
                    "id", d.id,
                    "fiscal_year", year,
                    "line_id", d.line.id,
                    "kind", d.kind,
                    "source", d.line.source,
                    "amount", d.amount,
                    "on_date", d.day,
                    "document_no", "%s-%d-%05d".formatted(d.kind.title(), year, number),
                    "payee", d.payee,
                    "memo", d.memo,
                    "obligation_id", d.obligation == null ? null : d.obligation.id,
                    "reverses", d.reverses == null ? null : d.reverses.id,
                    "batch_id", null,
                    "entered_at", draw.moment(d.day),
                    "entered_by", "demo"));
        }
        sower.sow("ledger_entry", rows);
    }
}
