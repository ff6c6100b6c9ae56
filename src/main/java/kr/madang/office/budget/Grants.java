package kr.madang.office.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.office.ledger.Grant;
import kr.madang.office.ledger.Headroom;
import kr.madang.office.ledger.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money granted after the original budget (추경·전용·이월·예비비), and the closing of the books (마감). */
@Service
@Transactional
public class Grants {
    private final EntryStore entries;
    private final LedgerStore ledger;
    private final BudgetStore budget;
    private final YearEndStore years;
    private final Trail trail;
    private final Clock clock;

    Grants(EntryStore entries, LedgerStore ledger, BudgetStore budget, YearEndStore years, Trail trail, Clock clock) {
        this.entries = entries;
        this.ledger = ledger;
        this.budget = budget;
        this.years = years;
        this.trail = trail;
        this.clock = clock;
    }

    /** Grants money to a line, or takes it away when the amount is negative; never more than is still uncommitted. */
    public void grant(Actor by, UUID line, Grant kind, Source source, long amount, LocalDate day, String basis) {
        if (kind == Grant.TRANSFER) throw Refused.invalid("office.grant.transfer");
        if (amount == 0 || Math.abs(amount) > Ledger.LARGEST || (amount < 0 && !kind.voted()))
            throw Refused.invalid("office.ledger.amount", Korean.number(amount));
        checkDay(line, day, basis);
        ledger.lockLine(line);
        checkLeft(line, source, day, kind == Grant.CARRIED_OUT ? amount : -amount);
        write(by, line, kind, source, amount, day, basis);
    }

    /** Moves money from one line to another of the same year (전용). */
    public void transfer(Actor by, UUID from, UUID to, Source source, long amount, LocalDate day, String basis) {
        if (amount <= 0 || amount > Ledger.LARGEST)
            throw Refused.invalid("office.ledger.amount", Korean.number(amount));
        if (from.equals(to)) throw Refused.invalid("office.grant.same");
        int year = checkDay(from, day, basis);
        if (checkDay(to, day, basis) != year) throw Refused.invalid("office.grant.years");
        // always in the same order, so that two transfers cannot wait for each other
        ledger.lockLine(from.compareTo(to) < 0 ? from : to);
        ledger.lockLine(from.compareTo(to) < 0 ? to : from);
        checkLeft(from, source, day, amount);
        write(by, from, Grant.TRANSFER, source, -amount, day, basis);
        write(by, to, Grant.TRANSFER, source, amount, day, basis);
    }

    /** What may be taken from a line on the day, by source: neither committed nor carried over, on that day or later. */
    @Transactional(readOnly = true)
    public Map<Source, Long> available(UUID line, LocalDate day) {
        var available = new EnumMap<Source, Long>(Source.class);
        for (var source : Source.values())
            available.put(source, Math.max(0, Headroom.from(day, ledger.committable(line, source))));
        return available;
    }

    /** Closes the books of a year for good: nothing can be written into it any more. */
    public void close(Actor by, int year) {
        var word = Integer.toString(year);
        if (budget.year(year).isEmpty()) throw Refused.missing("office.year.none", word);
        if (years.close(year, clock.instant(), by.login()) == 0) throw Refused.conflict("office.year.closed", word);
        trail.record(by, "office", "year.closed", "year:" + year, Map.of("year", year));
    }

    private int checkDay(UUID line, LocalDate day, String basis) {
        if (basis.isBlank() || basis.length() > 200) throw Refused.invalid("office.grant.basis");
        var node = budget.node(line)
                .filter(n -> n.level() == BudgetNode.Level.LINE)
                .orElseThrow(() -> Refused.missing("office.line.none"));
        var word = Integer.toString(node.fiscalYear());
        var year = budget.hold(node.fiscalYear()).orElseThrow(() -> Refused.missing("office.year.none", word));
        if (year.closed()) throw Refused.conflict("office.year.closed", word);
        if (!year.takes(day)) throw Refused.invalid("office.year.outside", day, word);
        return node.fiscalYear();
    }

    private void checkLeft(UUID line, Source source, LocalDate day, long taken) {
        if (taken <= 0) return;
        long free = Headroom.from(day, ledger.committable(line, source));
        if (taken > free)
            throw Refused.conflict("office.ledger.over_budget", Korean.number(taken), Korean.number(free));
    }

    private void write(Actor by, UUID line, Grant kind, Source source, long amount, LocalDate day, String basis) {
        var now = clock.instant();
        var id = Id.next(now);
        entries.grant(id, line, kind, source, amount, day, basis.strip(), now, by.login());
        trail.record(
                by,
                "office",
                "budget.granted",
                "appropriation:" + id,
                Map.of("kind", kind, "amount", amount, "day", day, "line", line.toString()));
    }
}
