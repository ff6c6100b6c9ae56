package kr.madang.office.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.Id;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sheet.SheetReader;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.Ledger;
import kr.madang.office.budget.NamedLine;
import kr.madang.office.ledger.Headroom;
import kr.madang.office.ledger.Move;
import org.jspecify.annotations.Nullable;

/** Finds out what an export would do to the ledger, row by row, without writing anything. */
final class Examiner {
    private final ImportStore store;
    private final Ledger ledger;
    private final Budget budget;

    Examiner(ImportStore store, Ledger ledger, Budget budget) {
        this.store = store;
        this.ledger = ledger;
        this.budget = budget;
    }

    private record Number(Move kind, String document) {}

    Preview examine(String name, byte[] bytes, @Nullable BigDecimal stated, boolean repeated, boolean locking) {
        var lines = new HashMap<Integer, List<NamedLine>>();
        var parser = new RowParser((year, policy, unit, project, line) ->
                find(lines.computeIfAbsent(year, ledger::lines), policy, unit, project, line));
        SheetReader.read(bytes, SheetReader.Limits.USUAL, parser);
        if (parser.headless()) throw Refused.invalid("office.import.headless");
        var mistakes = new ArrayList<>(parser.mistakes);
        int year = years(parser, mistakes);
        long total = parser.rows.stream().mapToLong(ImportRow::amount).sum();
        reconcile(parser, stated, total, mistakes);
        if (parser.rows.isEmpty() && mistakes.isEmpty()) mistakes.add(Mistake.of(0, "office.import.nothing"));
        if (locking) store.lock(parser.rows.stream().map(ImportRow::budgetLine).collect(Collectors.toSet()));
        var known = known(year, parser.rows);
        var fresh = new ArrayList<Preview.Fresh>();
        int skipped = sift(parser.rows, known, fresh, mistakes);
        if (mistakes.isEmpty()) new Limits(store, fresh, mistakes).check();
        mistakes.sort(Comparator.comparingInt(Mistake::line));
        return new Preview(name, year, parser.rows.size(), fresh, skipped, total, mistakes, repeated);
    }

    private static @Nullable UUID find(List<NamedLine> lines, String policy, String unit, String project, String line) {
        var found = lines.stream()
                .filter(l -> l.project().equals(project)
                        && l.line().equals(line)
                        && (policy.isEmpty() || l.policy().equals(policy))
                        && (unit.isEmpty() || l.unit().equals(unit)))
                .toList();
        return found.size() == 1 ? found.getFirst().id() : null;
    }

    /** One file, one fiscal year, and that one open. */
    private int years(RowParser parser, List<Mistake> mistakes) {
        var years = parser.rows.stream().map(ImportRow::year).distinct().toList();
        if (years.isEmpty()) return 0;
        int year = years.getFirst();
        var found = budget.year(year);
        for (var row : parser.rows) {
            if (row.year() != year) mistakes.add(Mistake.of(row.line(), Column.YEAR, "office.import.two_years"));
            else if (found.isPresent() && !found.get().takes(row.day()))
                mistakes.add(
                        Mistake.of(row.line(), Column.DAY, "office.year.outside", row.day(), Integer.toString(year)));
            if (mistakes.size() >= RowParser.MOST_MISTAKES) break;
        }
        if (found.isPresent() && found.get().closed())
            mistakes.add(Mistake.of(0, "office.year.closed", Integer.toString(year)));
        return year;
    }

    private static void reconcile(RowParser parser, @Nullable BigDecimal stated, long total, List<Mistake> mistakes) {
        var printed = parser.printedTotal;
        if (!parser.mistakes.isEmpty()) return;
        if (printed != null && printed.compareTo(BigDecimal.valueOf(total)) != 0)
            mistakes.add(Mistake.of(
                    parser.printedTotalLine,
                    Column.AMOUNT,
                    "office.import.total",
                    Korean.number(printed, 0),
                    Korean.number(total)));
        if (stated != null && stated.compareTo(BigDecimal.valueOf(total)) != 0)
            mistakes.add(Mistake.of(
                    0, Column.AMOUNT, "office.import.stated", Korean.number(stated, 0), Korean.number(total)));
    }

    private Map<Number, ImportStore.Known> known(int year, List<ImportRow> rows) {
        var numbers = new HashSet<String>();
        for (var row : rows) {
            numbers.add(row.documentNo());
            if (!row.obligationNo().isEmpty()) numbers.add(row.obligationNo());
        }
        var known = new HashMap<Number, ImportStore.Known>();
        for (var k : store.known(year, numbers)) known.put(new Number(k.kind(), k.documentNo()), k);
        return known;
    }

    /** Sets what is new apart from what the ledger holds, and finds each row's commitment. */
    private static int sift(
            List<ImportRow> rows,
            Map<Number, ImportStore.Known> known,
            List<Preview.Fresh> fresh,
            List<Mistake> mistakes) {
        var now = Instant.now();
        var first = new HashMap<Number, ImportRow>();
        var committed = new HashMap<String, Preview.Fresh>();
        int skipped = 0;
        var ordered = rows.stream()
                .sorted(Comparator.comparing(ImportRow::kind).thenComparingInt(ImportRow::line))
                .toList();
        for (var row : ordered) {
            var number = new Number(row.kind(), row.documentNo());
            var earlier = first.putIfAbsent(number, row);
            var there = known.get(number);
            if (earlier != null) {
                mistakes.add(Mistake.of(
                        row.line(), Column.DOCUMENT, "office.import.twice", row.documentNo(), earlier.line()));
            } else if (there != null) {
                if (same(row, there)) skipped++;
                else mistakes.add(Mistake.of(row.line(), Column.DOCUMENT, "office.import.differs", row.documentNo()));
            } else if (row.kind() == Move.OBLIGATION) {
                var id = Id.next(now);
                var made = new Preview.Fresh(row, id, id);
                committed.put(row.documentNo(), made);
                fresh.add(made);
            } else settle(row, known, committed, fresh, mistakes, now);
        }
        return skipped;
    }

    private static void settle(
            ImportRow row,
            Map<Number, ImportStore.Known> known,
            Map<String, Preview.Fresh> committed,
            List<Preview.Fresh> fresh,
            List<Mistake> mistakes,
            Instant now) {
        var made = committed.get(row.obligationNo());
        var there = known.get(new Number(Move.OBLIGATION, row.obligationNo()));
        if (made == null && there == null) {
            mistakes.add(Mistake.of(row.line(), Column.OBLIGATION, "office.import.obligation", row.obligationNo()));
            return;
        }
        var line = made != null
                ? made.row().budgetLine()
                : Objects.requireNonNull(there).line();
        var source = made != null
                ? made.row().source()
                : Objects.requireNonNull(there).source();
        var since =
                made != null ? made.row().day() : Objects.requireNonNull(there).day();
        if (!line.equals(row.budgetLine()) || source != row.source())
            mistakes.add(Mistake.of(row.line(), Column.OBLIGATION, "office.import.other_line", row.obligationNo()));
        else if (row.day().isBefore(since))
            mistakes.add(Mistake.of(row.line(), Column.DAY, "office.ledger.before", since));
        else
            fresh.add(new Preview.Fresh(
                    row,
                    Id.next(now),
                    made != null ? made.id() : Objects.requireNonNull(there).id()));
    }

    private static boolean same(ImportRow row, ImportStore.Known there) {
        return there.line().equals(row.budgetLine())
                && there.amount() == row.amount()
                && there.day().equals(row.day())
                && there.source() == row.source();
    }

    /** Whether the new rows overdraw anything on any day, and which row does. */
    private static final class Limits {
        private final ImportStore store;
        private final List<Preview.Fresh> fresh;
        private final List<Mistake> mistakes;

        Limits(ImportStore store, List<Preview.Fresh> fresh, List<Mistake> mistakes) {
            this.store = store;
            this.fresh = fresh;
            this.mistakes = mistakes;
        }

        private record Step(Preview.Fresh fresh, long amount) {
            Headroom.Change change() {
                return new Headroom.Change(fresh.row().day(), amount);
            }
        }

        void check() {
            var lines = fresh.stream().map(f -> f.row().budgetLine()).collect(Collectors.toSet());
            var pools = store.committable(lines);
            var commitments = new HashMap<ImportStore.Pool, List<Step>>();
            var settlements = new HashMap<UUID, List<Step>>();
            for (var f : fresh) {
                var row = f.row();
                if (row.kind() == Move.OBLIGATION)
                    commitments
                            .computeIfAbsent(
                                    new ImportStore.Pool(row.budgetLine(), row.source()), p -> new ArrayList<>())
                            .add(new Step(f, -row.amount()));
                else
                    settlements
                            .computeIfAbsent(f.obligation(), o -> new ArrayList<>())
                            .add(new Step(f, row.kind() == Move.PAYMENT ? -row.amount() : row.amount()));
            }
            commitments.forEach(
                    (pool, steps) -> walk(pools.getOrDefault(pool, List.of()), steps, "office.ledger.over_budget"));
            settle(settlements);
        }

        private void settle(Map<UUID, List<Step>> settlements) {
            var made = fresh.stream()
                    .filter(f -> f.row().kind() == Move.OBLIGATION)
                    .collect(Collectors.toMap(Preview.Fresh::id, Preview.Fresh::row));
            var there = settlements.keySet().stream()
                    .filter(id -> !made.containsKey(id))
                    .toList();
            var payable = new HashMap<UUID, List<Headroom.Change>>();
            var paid = new HashMap<UUID, List<Headroom.Change>>();
            made.forEach((id, row) -> add(payable, id, new Headroom.Change(row.day(), row.amount())));
            for (var k : store.obligations(there)) add(payable, k.id(), new Headroom.Change(k.day(), k.amount()));
            for (var s : store.settled(there)) {
                long amount = s.kind() == Move.PAYMENT ? -s.amount() : s.amount();
                add(payable, s.obligation(), new Headroom.Change(s.day(), amount));
                if (s.kind() != Move.OBLIGATION) add(paid, s.obligation(), new Headroom.Change(s.day(), -amount));
            }
            settlements.forEach((id, steps) -> {
                walk(payable.getOrDefault(id, List.of()), steps, "office.ledger.over_obligation");
                var mirrored =
                        steps.stream().map(s -> new Step(s.fresh, -s.amount)).toList();
                walk(paid.getOrDefault(id, List.of()), mirrored, "office.ledger.over_payment");
            });
        }

        private static void add(Map<UUID, List<Headroom.Change>> to, UUID id, Headroom.Change change) {
            to.computeIfAbsent(id, i -> new ArrayList<>()).add(change);
        }

        /** First all at once; only when that overdraws, row by row to find who does. */
        private void walk(List<Headroom.Change> before, List<Step> steps, String code) {
            var all = new ArrayList<>(before);
            for (var step : steps) all.add(step.change());
            if (Headroom.from(java.time.LocalDate.of(1900, 1, 1), all) >= 0) return;
            var so = new ArrayList<>(before);
            var ordered = steps.stream()
                    .sorted(Comparator.comparing((Step s) -> s.fresh.row().day())
                            .thenComparing(s -> s.amount < 0)
                            .thenComparing(s -> s.fresh.row().line()))
                    .toList();
            for (var step : ordered) {
                if (step.amount < 0) {
                    long room = Headroom.from(step.fresh.row().day(), so);
                    if (-step.amount > room) {
                        mistakes.add(Mistake.of(
                                step.fresh.row().line(),
                                Column.AMOUNT,
                                code,
                                Korean.number(-step.amount),
                                Korean.number(room)));
                        continue;
                    }
                }
                so.add(step.change());
            }
        }
    }
}
