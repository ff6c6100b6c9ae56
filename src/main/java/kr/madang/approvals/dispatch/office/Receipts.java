package kr.madang.approvals.dispatch.office;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.ReceiptNumbers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.dispatch.exchange.Slip;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.files.StoredFile;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.ClientAddress;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Received documents (접수문서) as people read, hand on and finish them; every look at one is recorded. */
@Service
@Transactional
public class Receipts {
    private static final int MOST_READERS = 200;

    private final ReceiptStore store;
    private final ReceiptLists lists;
    private final Arrivals arrivals;
    private final ReceiptNumbers numbers;
    private final Units units;
    private final Accounts accounts;
    private final Files files;
    private final OfficeName office;
    private final Trail trail;
    private final ClientAddress address;
    private final Clock clock;

    Receipts(
            ReceiptStore store,
            ReceiptLists lists,
            Arrivals arrivals,
            ReceiptNumbers numbers,
            Units units,
            Accounts accounts,
            Files files,
            OfficeName office,
            Trail trail,
            ClientAddress address,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.arrivals = arrivals;
        this.numbers = numbers;
        this.units = units;
        this.accounts = accounts;
        this.files = files;
        this.office = office;
        this.trail = trail;
        this.address = address;
        this.clock = clock;
    }

    /** The same desk at another moment, for an office that is made up. */
    Receipts at(Clock then) {
        return new Receipts(store, lists, arrivals, numbers, units, accounts, files, office, trail, address, then);
    }

    // ------------------------------------------------------------------ reading

    /** Opens one; the look is recorded, a refusal too, and for those it circulates to it counts as read. */
    @Transactional(noRollbackFor = Refused.class)
    public ReceiptView open(Actor by, Receipt.Id id) {
        var held = store.find(id).orElseThrow(Receipts::missing);
        boolean allowed = lists.mayRead(by, id);
        store.look(id, by, allowed, address.current(), now());
        if (!allowed) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.receipt.forbidden");
        store.read(id, by.id(), now());
        var worker = worker(by);
        boolean mine = worker.unit().equals(held.receipt().unit()) && by.may("approvals", Level.WORK);
        return new ReceiptView(
                held.receipt(),
                held.incoming(),
                units.coded(held.receipt().unit()).name(),
                held.handlerName(),
                store.number(id),
                held.answer(),
                store.steps(id),
                store.files(id),
                store.readers(id),
                mine,
                mine && (worker.head() || worker.person().equals(held.receipt().handler())));
    }

    @Transactional(readOnly = true)
    public Slice<ReceiptItem> find(Actor by, ReceiptQuery query, @Nullable String cursor, int size) {
        return lists.find(by, query, today(), cursor, size);
    }

    @Transactional(readOnly = true)
    public void each(Actor by, ReceiptQuery query, Consumer<ReceiptItem> taker) {
        lists.each(by, query, today(), taker);
    }

    /** {@code waiting}, {@code mine}, {@code overdue}. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts(Actor by) {
        return lists.counts(by, today());
    }

    /** A file of a document the person may read, by its place. */
    @Transactional(noRollbackFor = Refused.class)
    public StoredFile file(Actor by, Receipt.Id id, int position) {
        readable(by, id);
        var enclosed = store.files(id).stream()
                .filter(f -> f.position() == position)
                .findFirst()
                .orElseThrow(() -> Refused.missing("kernel.file.missing"));
        return files.get(enclosed.file());
    }

    public InputStream bytes(StoredFile file) {
        return files.open(file);
    }

    /** What tells the sender of a package that it arrived; there is one once a unit has taken the document. */
    @Transactional(noRollbackFor = Refused.class)
    public Slip slip(Actor by, Receipt.Id id) {
        var held = readable(by, id);
        var in = held.incoming();
        var number = store.number(id);
        if (in.packet() == null || in.manifest() == null || number.isEmpty())
            throw Refused.missing("approvals.arrival.none");
        return new Slip(
                in.packet(),
                in.manifest(),
                office.name() + " " + number.substring(0, number.lastIndexOf('-')),
                number,
                in.arrivedAt());
    }

    private ReceiptStore.Held readable(Actor by, Receipt.Id id) {
        var held = store.find(id).orElseThrow(Receipts::missing);
        boolean allowed = lists.mayRead(by, id);
        if (allowed) return held;
        store.look(id, by, false, address.current(), now());
        throw new Refused(Refused.Reason.FORBIDDEN, "approvals.receipt.forbidden");
    }

    // ------------------------------------------------------------------ handing on

    /** 배부. */
    public void give(Actor by, Receipt.Id id, String unit, @Nullable LocalDate deadline, String method) {
        if (units.all().stream().noneMatch(u -> u.code().equals(unit)))
            throw Refused.invalid("approvals.recipient.unit");
        act(by, id, new Receipt.Act.Give(unit, deadline, method), "given", "", "");
    }

    /** 접수; draws the unit's number unless it has given one to this document before. */
    public void take(Actor by, Receipt.Id id) {
        var after = act(by, id, new Receipt.Act.Take(), "taken", "", "");
        if (!store.numbered(id, after.unit())) numbers.draw(units.coded(after.unit()), id.value(), now());
    }

    /** 재배부 요청. */
    public void sendBack(Actor by, Receipt.Id id, String reason) {
        act(by, id, new Receipt.Act.SendBack(clean(reason)), "returned", "", clean(reason));
    }

    /** 담당자 지정; the handler belongs to the unit and may work in the room. */
    public void assign(Actor by, Receipt.Id id, UUID handler, @Nullable LocalDate deadline, String method) {
        var account = accounts.find(new Account.Id(handler))
                .filter(Account::mayEnter)
                .orElseThrow(() -> Refused.invalid("approvals.receipt.nobody"));
        var receipt = store.find(id).orElseThrow(Receipts::missing).receipt();
        if (!units.of(account.team()).code().equals(receipt.unit()))
            throw Refused.invalid("approvals.receipt.outsider");
        var name = (account.name() + " " + account.title()).strip();
        act(by, id, new Receipt.Act.Assign(Person.of(handler), deadline, method), "assigned", name, clean(method));
    }

    /** 처리 완료. */
    public void finish(Actor by, Receipt.Id id, String words) {
        act(by, id, new Receipt.Act.Finish(clean(words)), "done", "", clean(words));
    }

    private Receipt act(Actor by, Receipt.Id id, Receipt.Act act, String word, String handler, String words) {
        mayWork(by);
        var held = store.lock(id).orElseThrow(Receipts::missing);
        if (!lists.mayRead(by, id)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.receipt.forbidden");
        if (words.length() > 500) throw Refused.invalid("approvals.sending.long", 500);
        var after = held.receipt().act(act, worker(by), units.documents().code(), today());
        var name = after.handler() == null ? "" : handler.isEmpty() ? held.handlerName() : handler;
        store.save(after, name, now());
        arrivals.step(by, after, word, now(), handler, words);
        trail.record(by, "approvals", "receipt." + word, "receipt:" + id, Map.of("unit", after.unit()));
        return after;
    }

    /** 공람: those who are to read it; who is among them already stays as he is. */
    public void circulate(Actor by, Receipt.Id id, List<UUID> readers) {
        mayWork(by);
        var held = store.lock(id).orElseThrow(Receipts::missing);
        if (!lists.mayRead(by, id)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.receipt.forbidden");
        if (!worker(by).unit().equals(held.receipt().unit())) throw Refused.invalid("approvals.receipt.other");
        if (readers.isEmpty()) throw Refused.invalid("approvals.receipt.readers");
        if (store.readers(id).size() + readers.size() > MOST_READERS)
            throw Refused.invalid("approvals.line.crowd", MOST_READERS);
        int added = 0;
        for (var reader : readers) {
            var account = accounts.find(new Account.Id(reader))
                    .filter(Account::mayEnter)
                    .orElseThrow(() -> Refused.invalid("approvals.receipt.nobody"));
            var name = (account.name() + " " + account.title()).strip();
            if (store.addReader(id, reader, name, by, now())) added++;
        }
        trail.record(by, "approvals", "receipt.circulated", "receipt:" + id, Map.of("readers", added));
    }

    Receipt.Worker worker(Actor by) {
        return new Receipt.Worker(Person.of(by.id()), units.of(by.team()).code(), by.may("approvals", Level.APPROVE));
    }

    static void mayWork(Actor by) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
    }

    static Refused missing() {
        return Refused.missing("approvals.receipt.missing");
    }

    private static String clean(String text) {
        return text.replace('\0', '\uFFFD').strip();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Letters.SEOUL);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
