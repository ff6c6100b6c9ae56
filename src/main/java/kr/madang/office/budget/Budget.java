package kr.madang.office.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.office.ledger.Balance;
import kr.madang.office.ledger.Basis;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked about the budget (예산·집행), always as of a day. */
@Service
@Transactional(readOnly = true)
public class Budget {
    private static final int OPEN_SHOWN = 50;

    private final BudgetStore store;
    private final LedgerStore ledger;
    private final YearEndStore ends;

    Budget(BudgetStore store, LedgerStore ledger, YearEndStore ends) {
        this.store = store;
        this.ledger = ledger;
        this.ends = ends;
    }

    public List<FiscalYear> years() {
        return store.years();
    }

    public Optional<FiscalYear> year(int year) {
        return store.year(year);
    }

    /** Whether anything may still be written into the year. */
    public boolean isOpen(int year) {
        return store.year(year).filter(y -> !y.closed()).isPresent();
    }

    public BudgetTree tree(int year, LocalDate day) {
        var lines = new HashMap<>(store.granted(year, day));
        ledger.executed(year, day).forEach((line, executed) -> lines.merge(line, executed, Balance::plus));
        return BudgetTree.of(year, day, store.nodes(year), lines);
    }

    /** What closing the year settles, or settled. */
    public Optional<YearEnd> yearEnd(int year) {
        return store.year(year).map(y -> {
            var closed = ends.closed(year);
            var total = tree(year, y.closesOn()).total();
            return new YearEnd(y, total, ends.open(year, OPEN_SHOWN), ends.countOpen(year), closed.at(), closed.by());
        });
    }

    public Optional<BudgetNode> node(UUID id) {
        return store.node(id);
    }

    public boolean exists(Slice slice) {
        return store.exists(slice);
    }

    /** 예산액 (본예산 + 추경) of the slice on the day, in won. */
    public long planned(Slice slice, LocalDate day) {
        return store.planned(slice, day);
    }

    /** Executed within the period on the basis, in won; counted are entries of the slice's fiscal year. */
    public long executed(Slice slice, Period period, Basis basis) {
        long until = ledger.executed(slice, period.to()).executed(basis);
        var before = period.from().minusDays(1);
        return before.getYear() < slice.fiscalYear()
                ? until
                : until - ledger.executed(slice, before).executed(basis);
    }

    public long countVoted(Slice slice, LocalDate day) {
        return store.countVoted(slice, day);
    }

    public List<Appropriation> voted(Slice slice, LocalDate day, long offset, int limit) {
        return store.voted(slice, day, offset, limit);
    }

    public List<Appropriation> grants(UUID line, LocalDate day) {
        return store.ofLine(line, day);
    }

    public long countEntries(Slice slice, Period period, Basis basis) {
        return ledger.count(slice, period, basis);
    }

    public List<Entry> entries(Slice slice, Period period, Basis basis, long offset, int limit) {
        return ledger.list(slice, period, basis, offset, limit);
    }

    /** @param what policy, program (단위사업), project or task */
    public List<String> names(int year, String what) {
        return store.names(year, what);
    }

    /** Planned payments per month and detailed project. */
    public SortedMap<YearMonth, Map<UUID, Long>> plans(int year) {
        return store.plans(year);
    }

    /** Net payments per month and detailed project, up to the day. */
    public SortedMap<YearMonth, Map<UUID, Long>> spentByMonth(int year, LocalDate day) {
        return ledger.spentByMonth(year, day);
    }

    /** 신속집행 목표율 by the day it is due. */
    public SortedMap<LocalDate, BigDecimal> targets(int year) {
        return store.targets(year);
    }
}
