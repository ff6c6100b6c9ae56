package kr.madang.office.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.office.ledger.Headroom;
import kr.madang.office.ledger.Move;
import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The execution ledger (집행 원장): commitments, payments and returns. Nothing is committed beyond 예산현액, nothing paid beyond its
 * commitment, nothing returned beyond what was paid, on no day; and nothing written is ever changed.
 */
@Service
@Transactional
public class Ledger {
    /** No single entry of a section comes near this; it catches slips of the keyboard. */
    public static final long LARGEST = 1_000_000_000_000L;

    private final LedgerStore store;
    private final EntryStore entries;
    private final BudgetStore budget;
    private final LedgerSearch search;
    private final Trail trail;
    private final Clock clock;

    Ledger(LedgerStore store, EntryStore entries, BudgetStore budget, LedgerSearch search, Trail trail, Clock clock) {
        this.store = store;
        this.entries = entries;
        this.budget = budget;
        this.search = search;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody wants written.
     *
     * @param documentNo number of the paper; empty for the next free one
     * @param payee a firm or office
     */
    public record Draft(long amount, LocalDate day, String documentNo, String payee, String memo) {}

    public Entry obligate(Actor by, UUID line, Source source, Draft draft) {
        return obligate(by, line, source, draft, null);
    }

    public Entry obligate(Actor by, UUID line, Source source, Draft draft, @Nullable UUID batch) {
        check(draft);
        var node = budget.node(line)
                .filter(n -> n.level() == BudgetNode.Level.LINE)
                .orElseThrow(() -> Refused.missing("office.line.none"));
        hold(node.fiscalYear(), draft.day());
        store.lockLine(line);
        long free = Headroom.from(draft.day(), store.committable(line, source));
        if (draft.amount() > free)
            throw Refused.conflict("office.ledger.over_budget", Korean.number(draft.amount()), Korean.number(free));
        return write(by, node.fiscalYear(), line, Move.OBLIGATION, source, draft.amount(), draft, null, null, batch);
    }

    public Entry pay(Actor by, UUID obligation, Draft draft) {
        return pay(by, obligation, draft, null);
    }

    public Entry pay(Actor by, UUID obligation, Draft draft, @Nullable UUID batch) {
        check(draft);
        var committed = obligation(obligation);
        hold(committed.fiscalYear(), draft.day());
        if (draft.day().isBefore(committed.day())) throw Refused.invalid("office.ledger.before", committed.day());
        store.lockLine(committed.line());
        long left = Headroom.from(draft.day(), store.payable(obligation));
        if (draft.amount() > left)
            throw Refused.conflict("office.ledger.over_obligation", Korean.number(draft.amount()), Korean.number(left));
        return settle(by, committed, Move.PAYMENT, draft, batch);
    }

    /** Money paid that came back (반납). */
    public Entry giveBack(Actor by, UUID obligation, Draft draft) {
        return giveBack(by, obligation, draft, null);
    }

    public Entry giveBack(Actor by, UUID obligation, Draft draft, @Nullable UUID batch) {
        check(draft);
        var committed = obligation(obligation);
        hold(committed.fiscalYear(), draft.day());
        if (draft.day().isBefore(committed.day())) throw Refused.invalid("office.ledger.before", committed.day());
        store.lockLine(committed.line());
        long paid = Headroom.from(draft.day(), store.returnable(obligation));
        if (draft.amount() > paid)
            throw Refused.conflict("office.ledger.over_payment", Korean.number(draft.amount()), Korean.number(paid));
        return settle(by, committed, Move.RETURN, draft, batch);
    }

    /** Takes an entry back by a counter entry (정정); the wrong one stays readable. */
    public Entry counter(Actor by, UUID id, LocalDate day, String reason) {
        if (reason.isBlank()) throw Refused.invalid("office.ledger.reason");
        var wrong = store.find(id).orElseThrow(() -> Refused.missing("office.ledger.none"));
        hold(wrong.fiscalYear(), day);
        store.lockLine(wrong.line());
        if (wrong.reverses() != null) throw Refused.conflict("office.ledger.countered");
        if (store.counterOf(id).isPresent()) throw Refused.conflict("office.ledger.countered");
        if (day.isBefore(wrong.day())) throw Refused.invalid("office.ledger.before", wrong.day());
        var committed = wrong.obligation() == null ? wrong.id() : wrong.obligation();
        long least =
                switch (wrong.kind()) {
                    case OBLIGATION -> Headroom.from(day, store.payable(committed));
                    case PAYMENT -> Headroom.from(day, store.returnable(committed));
                    case RETURN -> Headroom.from(day, store.payable(committed));
                };
        if (wrong.amount() > least) throw Refused.conflict("office.ledger.settled", Korean.number(least));
        var draft = new Draft(wrong.amount(), day, "", wrong.payee(), reason.strip());
        return write(
                by,
                wrong.fiscalYear(),
                wrong.line(),
                wrong.kind(),
                wrong.source(),
                -wrong.amount(),
                draft,
                committed,
                wrong.id(),
                null);
    }

    private Entry settle(Actor by, Entry committed, Move kind, Draft draft, @Nullable UUID batch) {
        return write(
                by,
                committed.fiscalYear(),
                committed.line(),
                kind,
                committed.source(),
                draft.amount(),
                draft,
                committed.id(),
                null,
                batch);
    }

    private Entry write(
            Actor by,
            int year,
            UUID line,
            Move kind,
            Source source,
            long amount,
            Draft draft,
            @Nullable UUID obligation,
            @Nullable UUID reverses,
            @Nullable UUID batch) {
        var now = clock.instant();
        var document = draft.documentNo().isBlank()
                ? entries.nextDocument(year, kind)
                : draft.documentNo().strip();
        var entry = new Entry(
                Id.next(now),
                year,
                line,
                "",
                "",
                "",
                kind,
                source,
                amount,
                draft.day(),
                document,
                draft.payee().strip(),
                draft.memo().strip(),
                obligation,
                reverses);
        try {
            entries.insert(entry, batch, now, by.login());
        } catch (DataIntegrityViolationException e) {
            throw Refused.conflict("office.ledger.document", document);
        }
        if (batch == null)
            trail.record(
                    by,
                    "office",
                    "ledger." + kind.name().toLowerCase(java.util.Locale.ROOT),
                    "entry:" + entry.id(),
                    Map.of("amount", amount, "day", draft.day(), "document", document, "line", line.toString()));
        return entry;
    }

    private static void check(Draft draft) {
        if (draft.amount() <= 0) throw Refused.invalid("office.ledger.amount", Korean.number(draft.amount()));
        if (draft.amount() > LARGEST) throw Refused.invalid("office.ledger.large", Korean.number(draft.amount()));
        if (draft.documentNo().length() > 60) throw Refused.invalid("office.ledger.document_long");
        if (draft.payee().isBlank() || draft.payee().length() > 100) throw Refused.invalid("office.ledger.payee");
        if (draft.memo().length() > 300) throw Refused.invalid("office.ledger.memo");
    }

    private void hold(int year, LocalDate day) {
        var held = budget.hold(year).orElseThrow(() -> Refused.missing("office.year.none", Integer.toString(year)));
        if (held.closed()) throw Refused.conflict("office.year.closed", Integer.toString(year));
        if (!held.takes(day)) throw Refused.invalid("office.year.outside", day, Integer.toString(year));
    }

    private Entry obligation(UUID id) {
        return store.find(id)
                .filter(e -> e.kind() == Move.OBLIGATION && e.reverses() == null)
                .orElseThrow(() -> Refused.missing("office.ledger.no_obligation"));
    }

    // ------------------------------------------------------------------ asking

    @Transactional(readOnly = true)
    public Optional<Entry> find(UUID id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Entry> byDocument(int year, Move kind, String documentNo) {
        return store.byDocument(year, kind, documentNo);
    }

    /** Payments, returns and counter entries of a commitment. */
    @Transactional(readOnly = true)
    public List<Entry> settlements(UUID obligation) {
        return store.ofObligation(obligation);
    }

    /** What may still be paid on a commitment on the day. */
    @Transactional(readOnly = true)
    public long payable(UUID obligation, LocalDate day) {
        return Headroom.from(day, store.payable(obligation));
    }

    @Transactional(readOnly = true)
    public boolean countered(UUID entry) {
        return store.counterOf(entry).isPresent();
    }

    @Transactional(readOnly = true)
    public LedgerPage page(LedgerFilter filter, long offset, int limit) {
        return search.page(filter, offset, limit);
    }

    @Transactional(readOnly = true)
    public void each(LedgerFilter filter, java.util.function.Consumer<Entry> reader) {
        search.each(filter, reader);
    }

    @Transactional(readOnly = true)
    public List<NamedLine> lines(int year) {
        return entries.namedLines(year);
    }
}
