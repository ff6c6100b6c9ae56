package kr.madang.approvals.dispatch.office;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Channel;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Sending;
import kr.madang.approvals.dispatch.exchange.PacketWriter;
import kr.madang.approvals.dispatch.exchange.Slip;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Status;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.trail.Trail;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends approved papers (시행): the unit that made a paper sends it once; sending it again or to more recipients waits for the head of
 * that unit. What is sent goes into the outbox in the same transaction.
 */
@Service
@Transactional
public class Dispatches {
    private final SendingStore sendings;
    private final DeliveryStore deliveries;
    private final PublicationStore publications;
    private final Addressing addressing;
    private final Letters letters;
    private final Units units;
    private final Access access;
    private final Papers papers;
    private final FieldCipher cipher;
    private final Trail trail;
    private final Clock clock;

    Dispatches(
            SendingStore sendings,
            DeliveryStore deliveries,
            PublicationStore publications,
            Addressing addressing,
            Letters letters,
            Units units,
            Access access,
            Papers papers,
            FieldCipher cipher,
            Trail trail,
            Clock clock) {
        this.sendings = sendings;
        this.deliveries = deliveries;
        this.publications = publications;
        this.addressing = addressing;
        this.letters = letters;
        this.units = units;
        this.access = access;
        this.papers = papers;
        this.cipher = cipher;
        this.trail = trail;
        this.clock = clock;
    }

    /** The verbs as they were at another moment, in the transaction of whoever asks; for the demo office. */
    Dispatches at(Clock then) {
        return new Dispatches(
                sendings, deliveries, publications, addressing, letters, units, access, papers, cipher, trail, then);
    }

    /**
     * Sends the paper, or asks the unit's head to let it be sent once more.
     *
     * @throws Refused when it is not approved, not of this unit, or has been sent before and no reason is given
     */
    public Sent.Id send(Actor by, Paper.Id paper, Sending sending) {
        var origin = sendings.lock(paper).orElseThrow(() -> Refused.missing("approvals.paper.missing"));
        if (!access.mayRead(by, paper)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.paper.forbidden");
        maySend(by, origin);
        if (origin.status() != Status.APPROVED) throw Refused.conflict("approvals.sending.early");
        sending.suits(papers.outgoing(paper).filing().disclosure());
        sending.recipients().forEach(addressing::reachable);
        boolean first = !sendings.sentBefore(paper);
        if (first && !sending.reason().isEmpty()) throw Refused.invalid("approvals.sending.first");
        if (!first && sending.reason().isEmpty()) throw Refused.conflict("approvals.sending.again");
        var state = first || heads(by, origin) ? Sent.State.SENT : Sent.State.ASKED;
        var now = now();
        var id = new Sent.Id(Id.next(now));
        try {
            sendings.insert(id, paper, origin.version(), sending, state, by, now);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("approvals.sending.again");
        }
        int position = 0;
        for (var recipient : sending.recipients())
            deliveries.insert(addressing.row(id, paper, ++position, recipient, state == Sent.State.SENT, now));
        trail.record(by, "approvals", "sending." + state.word(), "paper:" + paper, told(id, sending));
        return id;
    }

    private static Map<String, Object> told(Sent.Id id, Sending sending) {
        var channels = new HashMap<String, Integer>();
        sending.recipients().forEach(r -> channels.merge(r.channel().word(), 1, Integer::sum));
        return Map.of(
                "sending",
                id.toString(),
                "channels",
                channels,
                "again",
                !sending.reason().isEmpty());
    }

    /** The head of the unit lets it be sent once more, or not (규정 §15④). */
    public void rule(Actor by, Sent.Id id, boolean agreed, String words) {
        var sending = sendings.find(id.value()).orElseThrow(Dispatches::missing);
        var origin = sendings.lock(sending.paper()).orElseThrow(Dispatches::missing);
        if (!heads(by, origin)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.sending.head");
        if (!agreed && words.isBlank()) throw Refused.invalid("approvals.delivery.reason");
        var now = now();
        var state = agreed ? Sent.State.SENT : Sent.State.REFUSED;
        if (!sendings.rule(id, state, by, words.replace('\0', '\uFFFD').strip(), now))
            throw Refused.conflict("approvals.sending.ruled");
        for (var row : deliveries.ofSending(id.value())) {
            var d = row.delivery();
            if (d.state() != Delivery.State.ASKED) continue;
            boolean due = d.channel() != Channel.AGENCY || !addressing.byHand(row.code());
            deliveries.save(agreed ? d.agreed(now, due) : d.withdrawn(now, words));
        }
        trail.record(
                by,
                "approvals",
                "sending." + state.word(),
                "paper:" + sending.paper(),
                Map.of("sending", id.toString()));
    }

    /** Takes back what has not gone, or takes down what hangs on the homepage. */
    public void withdraw(Actor by, Delivery.Id id, String reason) {
        var row = mine(by, id);
        var now = now();
        deliveries.save(row.delivery().withdrawn(now, reason.replace('\0', '\uFFFD')));
        publications.takeDown(id, now);
        tell(by, row, "delivery.withdrawn");
    }

    /** Has a failed one sent once more; whoever does it knows that it may have arrived after all. */
    public void again(Actor by, Delivery.Id id) {
        var row = mine(by, id);
        deliveries.save(row.delivery().again(now()));
        tell(by, row, "delivery.again");
    }

    /** Hands out the package of an agency to whoever takes it there; from then on it counts as sent. */
    public PacketWriter.Written take(Actor by, Delivery.Id id) {
        var row = mine(by, id);
        if (row.delivery().channel() != Channel.AGENCY) throw Refused.missing("approvals.delivery.missing");
        var taken = row.delivery().taken(now());
        var written = letters.packet(row);
        letters.keep(row, written);
        deliveries.save(taken);
        tell(by, row, "delivery.taken");
        return written;
    }

    /** The same package once more, after it was taken. */
    @Transactional(readOnly = true)
    public PacketWriter.Written packet(Actor by, Delivery.Id id) {
        var row = deliveries.find(id).orElseThrow(() -> Refused.missing("approvals.delivery.missing"));
        maySend(by, sendings.origin(row.paper()).orElseThrow(Dispatches::missing));
        var state = row.delivery().state();
        if (row.delivery().channel() != Channel.AGENCY
                || (state != Delivery.State.SENT && state != Delivery.State.ARRIVED))
            throw Refused.missing("approvals.delivery.missing");
        return letters.packet(row);
    }

    /** Which of the ways are open at all. */
    public boolean sendsMail() {
        return addressing.sendsMail();
    }

    /** An agency tells that a package arrived. */
    public Paper.Id confirm(Actor by, byte[] xml) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
        var slip = Slip.read(xml);
        var id = delivery(slip.packet());
        var row = deliveries.lock(id).orElseThrow(Dispatches::unknown);
        if (row.manifest().isEmpty() || !row.manifest().equals(slip.manifest())) throw unknown();
        maySend(by, sendings.origin(row.paper()).orElseThrow(Dispatches::unknown));
        var told = slip.at().truncatedTo(ChronoUnit.MICROS);
        deliveries.save(row.delivery().confirmed(told, now()));
        tell(by, row, "delivery.confirmed");
        return row.paper();
    }

    private static Delivery.Id delivery(String packet) {
        try {
            return Delivery.Id.of(packet);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /** Everything that was sent of a paper, newest first; its reader has been let in before. */
    @Transactional(readOnly = true)
    public List<Sent> of(Actor by, Paper.Id paper) {
        if (!access.mayRead(by, paper)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.paper.forbidden");
        var lines = new HashMap<UUID, List<Sent.Line>>();
        for (var row : deliveries.of(paper))
            lines.computeIfAbsent(row.sending(), s -> new ArrayList<>()).add(line(row));
        return sendings.of(paper).stream()
                .map(s -> s.with(lines.getOrDefault(s.id().value(), List.of())))
                .toList();
    }

    private Sent.Line line(DeliveryRow row) {
        var d = row.delivery();
        if (d.channel() != Channel.EMAIL)
            return new Sent.Line(d, row.name(), "", d.channel() == Channel.AGENCY && d.dueAt() == null);
        var resident = SealedAddresses.open(cipher, row);
        return new Sent.Line(
                d, SealedAddresses.maskedName(resident.name()), SealedAddresses.maskedEmail(resident.email()), false);
    }

    /** Whether the person may send this paper, and whether he heads the unit that made it. */
    @Transactional(readOnly = true)
    public boolean maySend(Actor by, Paper.Id paper) {
        return sendings.origin(paper).filter(o -> ofUnit(by, o, Level.WORK)).isPresent();
    }

    @Transactional(readOnly = true)
    public boolean heads(Actor by, Paper.Id paper) {
        return sendings.origin(paper).filter(o -> heads(by, o)).isPresent();
    }

    private DeliveryRow mine(Actor by, Delivery.Id id) {
        var row = deliveries.lock(id).orElseThrow(() -> Refused.missing("approvals.delivery.missing"));
        maySend(by, sendings.origin(row.paper()).orElseThrow(Dispatches::missing));
        if (!access.mayRead(by, row.paper())) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.paper.forbidden");
        return row;
    }

    private void maySend(Actor by, SendingStore.Origin origin) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
        if (!ofUnit(by, origin, Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.sending.unit");
    }

    private boolean heads(Actor by, SendingStore.Origin origin) {
        return ofUnit(by, origin, Level.APPROVE);
    }

    private boolean ofUnit(Actor by, SendingStore.Origin origin, Level level) {
        return by.may("approvals", level) && units.of(by.team()).code().equals(origin.unit());
    }

    private void tell(Actor by, DeliveryRow row, String act) {
        trail.record(
                by,
                "approvals",
                act,
                "paper:" + row.paper(),
                Map.of("delivery", row.delivery().id().toString()));
    }

    private static Refused missing() {
        return Refused.missing("approvals.sending.missing");
    }

    private static Refused unknown() {
        return Refused.invalid("approvals.arrival.unknown");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
