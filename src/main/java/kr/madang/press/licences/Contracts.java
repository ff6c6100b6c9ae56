package kr.madang.press.licences;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.outlets.Outlets;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry of products and contracts (이용계약 대장). A contract is never rewritten: it is ended, and a new one takes its place. */
@Component
public class Contracts {
    private static final int NAME = 40;
    private static final int NOTE = 500;
    private static final int MOST = 1_000_000;

    /** What somebody wants registered. */
    public record Draft(
            UUID outlet, UUID product, LocalDate from, LocalDate to, int viewers, int copies, String note) {}

    /** The paper of a contract, as it was brought. */
    public record Paper(String name, InputStream bytes) {}

    private final ContractStore store;
    private final Outlets outlets;
    private final Files files;
    private final Trail trail;
    private final Clock clock;

    Contracts(ContractStore store, Outlets outlets, Files files, Trail trail, Clock clock) {
        this.store = store;
        this.outlets = outlets;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /** The latest end first. */
    public List<Contract> all() {
        return store.byOutlet().values().stream()
                .flatMap(List::stream)
                .sorted(java.util.Comparator.comparing(Contract::last)
                        .reversed()
                        .thenComparing(Contract::id))
                .toList();
    }

    public List<Contract> of(UUID outlet) {
        return store.of(outlet);
    }

    public Contract get(UUID id) {
        return store.find(id).orElseThrow(() -> Refused.missing("press.contract.missing"));
    }

    public List<Product> products() {
        return store.products();
    }

    /** How many end soon. */
    public long expiring() {
        var today = Workdays.day(clock.instant());
        return all().stream()
                .filter(c -> c.state(today) == Contract.State.EXPIRING)
                .count();
    }

    @Transactional
    public Contract register(Actor by, Draft draft, @Nullable Paper paper) {
        mayChange(by);
        var outlet = outlets.get(draft.outlet());
        if (outlet.retired()) throw Refused.conflict("press.contract.retired", outlet.name());
        if (draft.to().isBefore(draft.from())) throw Refused.invalid("press.contract.reversed");
        counted(draft.viewers());
        counted(draft.copies());
        if (draft.note().length() > NOTE) throw Refused.invalid("press.contract.note", NOTE);
        var product = store.products().stream()
                .filter(p -> p.id().equals(draft.product()) && !p.retired())
                .findFirst()
                .orElseThrow(() -> Refused.invalid("press.contract.product"));
        store.hold(outlet.id());
        for (var other : store.of(outlet.id()))
            if (other.product().id().equals(product.id())
                    && !draft.from().isAfter(other.last())
                    && !draft.to().isBefore(other.from()))
                throw Refused.conflict("press.contract.overlap", outlet.name(), product.name());
        return write(by, draft, product, paper);
    }

    private Contract write(Actor by, Draft draft, Product product, @Nullable Paper paper) {
        var file = paper == null ? null : files.put(by, paper.name(), paper.bytes());
        var contract = new Contract(
                Id.next(now()),
                draft.outlet(),
                product,
                draft.from(),
                draft.to(),
                null,
                "",
                draft.viewers(),
                draft.copies(),
                draft.note().strip(),
                file == null ? null : file.id(),
                file == null ? "" : file.name());
        store.add(contract, by.login(), now());
        record(
                by,
                "contract.registered",
                contract,
                Map.of("outlet", contract.outlet(), "product", product.name(), "from", draft.from(), "to", draft.to()));
        return contract;
    }

    /**
     * Ends a contract early.
     *
     * @param last the last day it holds; the day before its first when it was never to hold
     */
    @Transactional
    public void end(Actor by, UUID id, LocalDate last, String why) {
        mayChange(by);
        var contract = get(id);
        if (why.isBlank() || why.length() > NOTE) throw Refused.invalid("press.contract.why", NOTE);
        if (last.isBefore(contract.from().minusDays(1)) || last.isAfter(contract.to()))
            throw Refused.invalid("press.contract.last");
        if (!store.end(id, last, why.strip())) throw Refused.conflict("press.contract.ended.already");
        record(by, "contract.ended", contract, Map.of("last", last, "why", why.strip()));
    }

    /** Brings the paper of a contract, or a better copy of it; the one before goes. */
    @Transactional
    public void paper(Actor by, UUID id, Paper paper) {
        mayChange(by);
        var contract = get(id);
        var file = files.put(by, paper.name(), paper.bytes());
        store.paper(id, file.id(), file.name());
        if (contract.file() != null) files.delete(by, contract.file(), "새 계약서로 바꿈");
        record(by, "contract.paper", contract, Map.of("sha256", file.sha256()));
    }

    /** A product of an agency; what a contract once rested on is never changed, so a changed one is a new one. */
    @Transactional
    public Product add(Actor by, String name, String note, Collection<Term> terms) {
        mayChange(by);
        if (name.isBlank() || name.strip().length() > NAME) throw Refused.invalid("press.product.name", NAME);
        if (note.length() > NOTE) throw Refused.invalid("press.contract.note", NOTE);
        if (terms.isEmpty()) throw Refused.invalid("press.product.empty");
        int position =
                store.products().stream().mapToInt(Product::position).max().orElse(0) + 1;
        var byUse = new java.util.EnumMap<Use, Term>(Use.class);
        for (var term : terms) {
            if (term.days() != null && (term.days() < 1 || term.days() > MOST))
                throw Refused.invalid("press.product.days");
            byUse.put(term.use(), term);
        }
        var product = new Product(Id.next(now()), name.strip(), position, note.strip(), byUse, false);
        try {
            store.add(product);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.product.taken", product.name());
        }
        trail.record(
                by,
                "press",
                "product.added",
                "product:" + product.id(),
                Map.of("name", product.name(), "uses", byUse.keySet().toString()));
        return product;
    }

    /** Nothing new is agreed under it; what was agreed holds to its end. */
    @Transactional
    public void retire(Actor by, UUID product) {
        mayChange(by);
        if (!store.retire(product, now())) throw Refused.missing("press.contract.product");
        trail.record(by, "press", "product.retired", "product:" + product, Map.of());
    }

    private static void counted(int number) {
        if (number < 0 || number > MOST) throw Refused.invalid("press.contract.number", MOST);
    }

    private static void mayChange(Actor by) {
        if (!by.may("press", Level.APPROVE)) throw new Refused(Refused.Reason.FORBIDDEN, "press.contract.may");
    }

    private void record(Actor by, String act, Contract contract, Map<String, ?> details) {
        trail.record(by, "press", act, "contract:" + contract.id(), details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
