package kr.madang.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.trail.Trail;
import kr.madang.report.assembly.FigureLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Freezes and issues reports (확정·발행): takes every value at once, seals them, numbers them, and can tell whether a seal still holds. */
@Service
public class Freezing {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Reports reports;
    private final ReportStore store;
    private final FrozenStore frozen;
    private final FigureCatalogue catalogue;
    private final Trail trail;
    private final Clock clock;

    Freezing(
            Reports reports,
            ReportStore store,
            FrozenStore frozen,
            FigureCatalogue catalogue,
            Trail trail,
            Clock clock) {
        this.reports = reports;
        this.store = store;
        this.frozen = frozen;
        this.catalogue = catalogue;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Freezes without asking anybody, for papers of a time before the office asked here.
     *
     * @see FreezeApproval
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    FrozenReport freeze(Actor by, Report.Id id) {
        Reports.require(by, Level.APPROVE);
        if (!store.move(id, Report.State.REVIEW, Report.State.FROZEN))
            throw Refused.conflict("report.state", reports.get(id).state().word(), Report.State.FROZEN.word());
        var now = clock.instant();
        store.step(id, Report.State.REVIEW, Report.State.FROZEN, "", by, Id.next(now), now);
        return keep(by, take(reports.get(id), by.name(), now), now);
    }

    /** All values of the report as they are now, under their seal; nothing is stored. */
    FrozenReport take(Report report, String by, Instant at) {
        var made = reports.assemble(report);
        var lines = made.figures().stream().map(this::line).toList();
        var document = DocumentText.write(made.document());
        var unsealed = new FrozenReport(report.id(), report.asOf(), document, lines, "", by, at);
        return new FrozenReport(report.id(), report.asOf(), document, lines, Seal.of(unsealed), by, at);
    }

    /** From now on nothing in the report changes. */
    FrozenReport keep(Actor by, FrozenReport taken, Instant at) {
        var sealed = new FrozenReport(
                taken.report(), taken.asOf(), taken.document(), taken.figures(), taken.hash(), by.name(), at);
        frozen.insert(sealed, by);
        trail.record(by, "report", "report.frozen", "report:" + sealed.report(), Map.of("hash", sealed.hash()));
        return sealed;
    }

    private FrozenReport.Line line(FigureLine figure) {
        var rows = figure.value() == null ? new Rows(0, "") : rows(figure.key(), figure.period());
        return new FrozenReport.Line(
                figure.written(),
                figure.key().toString(),
                figure.kind(),
                figure.unit(),
                figure.period(),
                figure.value(),
                rows.count(),
                rows.digest());
    }

    private record Rows(long count, String digest) {}

    private Rows rows(FigureKey key, kr.madang.kernel.Period period) {
        var words = new ArrayList<String>();
        long total = 0;
        for (long at = 0; ; at += ROWS_AT_ONCE) {
            var some = catalogue.rows(key, period, at, ROWS_AT_ONCE);
            total = some.total();
            for (var row : some.rows()) {
                row.cells().forEach(cell -> words.add(String.valueOf(cell)));
                words.add(row.share().stripTrailingZeros().toPlainString());
                words.add(row.base().stripTrailingZeros().toPlainString());
            }
            if (at + ROWS_AT_ONCE >= total || some.rows().isEmpty()) break;
        }
        return new Rows(total, Seal.of(words));
    }

    /** Gives a frozen report the next number of its year. */
    @Transactional
    public int issue(Actor by, Report.Id id) {
        Reports.require(by, Level.APPROVE);
        if (!store.move(id, Report.State.FROZEN, Report.State.ISSUED))
            throw Refused.conflict("report.state", reports.get(id).state().word(), Report.State.ISSUED.word());
        if (!holds(get(id))) throw Refused.conflict("report.broken");
        var year = reports.get(id).year();
        int number = frozen.nextNumber(year);
        var now = clock.instant();
        frozen.issue(id, year, number, by, now);
        store.step(id, Report.State.FROZEN, Report.State.ISSUED, "", by, Id.next(now), now);
        trail.record(by, "report", "report.issued", "report:" + id, Map.of("year", year, "number", number));
        return number;
    }

    public Optional<FrozenReport> find(Report.Id id) {
        return frozen.find(id);
    }

    public FrozenReport get(Report.Id id) {
        return frozen.find(id).orElseThrow(() -> Refused.missing("report.notfrozen"));
    }

    /** The document of a frozen report, exactly as it was. */
    public PrintedDocument document(FrozenReport report) {
        return DocumentText.read(report.document());
    }

    /** Whether a frozen report is still, word for word, what was sealed. */
    public boolean holds(FrozenReport report) {
        return Seal.of(report).equals(report.hash());
    }

    public List<Report.Id> list() {
        return frozen.list();
    }

    /** What would be different if the report were frozen now, in its order. */
    @Transactional(readOnly = true)
    public List<FrozenReport.Difference> differences(FrozenReport report) {
        var found = new ArrayList<FrozenReport.Difference>();
        for (var then : report.figures()) {
            var key = FigureKey.parse(then.key());
            var now = value(key, then);
            var rows = now == null ? new Rows(0, "") : rows(key, then.period());
            var difference = new FrozenReport.Difference(then, now, rows.count());
            if (difference.valueChanged() || !rows.digest().equals(then.rowsDigest())) found.add(difference);
        }
        return found;
    }

    private java.math.@org.jspecify.annotations.Nullable BigDecimal value(FigureKey key, FrozenReport.Line then) {
        try {
            return catalogue
                    .find(key)
                    .flatMap(figure -> catalogue.value(key, then.period()).map(figure::rounded))
                    .orElse(null);
        } catch (Refused unknownNow) {
            return null;
        }
    }
}
