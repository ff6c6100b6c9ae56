package kr.madang.approvals.shelf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kr.madang.approvals.desk.Access;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of a year of records (연도 종결): files close, what is not in order is named, what was produced is reported. */
@Component
@Transactional
public class YearEnd {
    /**
     * How far a unit's year is.
     *
     * @param open files still open
     * @param closed files closed
     * @param papers papers in all of them
     * @param lastAt when somebody last closed the year; null when nobody has
     */
    public record Standing(
            long open,
            long closed,
            long papers,
            @Nullable Instant lastAt,
            @Nullable String lastBy) {}

    /** What a close closed. */
    public record Closed(int files, long papers, LocalDate on) {}

    private final CloseStore store;
    private final TidyStore tidy;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    YearEnd(CloseStore store, TidyStore tidy, Access access, Trail trail, Clock clock) {
        this.store = store;
        this.tidy = tidy;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Closes all open files of the unit and year; done again, closes what was opened since. The current year may be closed in its
     * December only: before, single files close.
     */
    public Closed close(Actor by, String unit, int year) {
        Filings.mayManage(by);
        var today = today();
        if (!closable(year)) throw Refused.invalid("approvals.close.early", String.valueOf(year));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.begin(unit, year, now, by.login());
        var files = store.lockOpen(unit, year);
        var day = Year.closes(year, today);
        long papers = files.isEmpty() ? 0 : store.close(files, day, now, by.login());
        var details = Map.of("files", files.size(), "papers", papers, "on", day.toString());
        trail.record(by, "approvals", "year.closed", "year:" + unit + "-" + year, details);
        return new Closed(files.size(), papers, day);
    }

    /** Whether the year is over or in its last month. */
    public boolean closable(int year) {
        var today = today();
        return year < today.getYear() || (year == today.getYear() && today.getMonth() == Month.DECEMBER);
    }

    @Transactional(readOnly = true)
    public Standing standing(String unit, int year) {
        return store.standing(unit, year);
    }

    /** How often each check finds something, in the order of the checks. */
    @Transactional(readOnly = true)
    public Map<Untidy, Long> counts(String unit, int year) {
        return tidy.counts(unit, year);
    }

    /** @param check null for all of them */
    @Transactional(readOnly = true)
    public Slice<UntidyPaper> untidy(
            Actor by, String unit, int year, @Nullable Untidy check, @Nullable String cursor, int size) {
        return tidy.page(unit, year, check, access.keys(by), cursor, size);
    }

    @Transactional(readOnly = true)
    public void eachUntidy(Actor by, String unit, int year, Consumer<UntidyPaper> taker) {
        tidy.each(unit, year, access.keys(by), taker);
    }

    /** What was produced, file by file. */
    @Transactional(readOnly = true)
    public void eachProduced(String unit, int year, Consumer<Produced> taker) {
        tidy.produced(unit, year, taker);
    }

    /** What was produced, by period of retention. */
    @Transactional(readOnly = true)
    public List<Produced.Sum> produced(String unit, int year) {
        return tidy.sums(unit, year);
    }

    /** Files whose period of retention has ended on the day (보존기간 만료). @param unit empty for all units */
    @Transactional(readOnly = true)
    public Slice<FileItem> ended(String unit, LocalDate day, @Nullable String cursor, int size) {
        return store.ended(unit, day, cursor, size);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Filings.SEOUL);
    }
}
