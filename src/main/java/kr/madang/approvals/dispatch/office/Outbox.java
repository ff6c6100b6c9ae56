package kr.madang.approvals.dispatch.office;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.dispatch.Channel;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.exchange.Packet;
import kr.madang.approvals.print.Form;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import kr.madang.kernel.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what lies in the outbox (발송 처리), one delivery after the other: claims it under a lease, hands it to its channel outside of
 * any transaction that would have to wait, and writes down how it ended. What can be done in the database alone is done with that in one
 * transaction, so it happens once or not at all.
 */
@Component
public class Outbox implements Job {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 500;

    private final DeliveryStore deliveries;
    private final Letters letters;
    private final Folder folder;
    private final Mail mail;
    private final Publications publications;
    private final Arrivals arrivals;
    private final FieldCipher cipher;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Outbox(
            DeliveryStore deliveries,
            Letters letters,
            Folder folder,
            Mail mail,
            Publications publications,
            Arrivals arrivals,
            FieldCipher cipher,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.folder = folder;
        this.mail = mail;
        this.publications = publications;
        this.arrivals = arrivals;
        this.cipher = cipher;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The same as it was at another time, for the years of the demo office. */
    Outbox at(Clock then) {
        return new Outbox(
                deliveries,
                letters,
                folder,
                mail,
                publications,
                arrivals,
                cipher,
                trail,
                then,
                Objects.requireNonNull(transaction.getTransactionManager()));
    }

    @Override
    public String name() {
        return "approvals.outbox";
    }

    @Override
    public Timing timing() {
        return Timing.every(PAUSE);
    }

    @Override
    public String run() {
        return carry() + "건 처리";
    }

    /** @return how many were carried, however that ended */
    public int carry() {
        int carried = 0;
        while (carried < MOST) {
            var holder = UUID.randomUUID().toString();
            var claimed = claim(holder);
            if (claimed.isEmpty()) break;
            carried++;
            if (claimed.get().delivery().state() == Delivery.State.QUEUED) carry(claimed.get(), holder);
        }
        return carried;
    }

    /** Carries what of a sending needs no other machine at once, so that whoever sent it sees it arrive. */
    public void hurry(Sent.Id sending) {
        for (var row : deliveries.ofSending(sending.value())) {
            var channel = row.delivery().channel();
            if (channel != Channel.INSIDE && channel != Channel.HOMEPAGE) continue;
            var holder = UUID.randomUUID().toString();
            claim(row.delivery().id(), holder).ifPresent(claimed -> carry(claimed, holder));
        }
    }

    private Optional<DeliveryRow> claim(Delivery.Id id, String holder) {
        return transaction.execute(status -> deliveries
                .lock(id)
                .filter(row -> row.delivery().due(now()))
                .map(row -> {
                    var claimed = row.with(row.delivery().claimed(holder, now()));
                    deliveries.save(claimed.delivery());
                    return claimed;
                }));
    }

    /** Under a lease of this holder; one whose carrier died in doubt comes back failed. */
    Optional<DeliveryRow> claim(String holder) {
        return transaction.execute(status -> deliveries.lockDue(now()).map(row -> {
            var claimed = row.delivery().claimed(holder, now());
            deliveries.save(claimed);
            if (claimed.state() == Delivery.State.FAILED) tell(row.with(claimed));
            return row.with(claimed);
        }));
    }

    void carry(DeliveryRow row, String holder) {
        try {
            switch (row.delivery().channel()) {
                case INSIDE ->
                    settle(row, d -> {
                        var now = now();
                        var arrived = d.delivered(holder, now);
                        arrivals.inside(row.with(arrived), letters.of(row), now);
                        return arrived;
                    });
                case HOMEPAGE ->
                    settle(row, d -> {
                        var shown = d.delivered(holder, now());
                        publications.publish(shown, letters.of(row), now());
                        return shown;
                    });
                case AGENCY -> pack(row, holder);
                case EMAIL -> post(row, holder);
            }
        } catch (Refused refused) {
            if (refused.code().equals("approvals.delivery.lost")) return;
            fail(row, holder, code(refused), "", true);
        } catch (RuntimeException | IOException e) {
            log.error("발송 {}을(를) 처리하지 못했습니다.", row.delivery().id(), e);
            fail(row, holder, "approvals.fate.trouble", e.getClass().getSimpleName(), false);
        }
    }

    private static String code(Refused refused) {
        if (refused.code().equals("kernel.file.missing")) return "approvals.fate.file";
        return refused.code().equals("approvals.packet.heavy") ? "approvals.fate.heavy" : refused.code();
    }

    private void pack(DeliveryRow row, String holder) throws IOException {
        var written = letters.packet(row);
        settle(row, d -> {
            letters.keep(row, written);
            return null;
        });
        folder.put(row.delivery().id() + ".zip", written.bytes());
        settle(row, d -> d.sent(holder, now()));
    }

    private void post(DeliveryRow row, String holder) {
        var made = letters.of(row);
        var resident = SealedAddresses.open(cipher, row);
        var files = new ArrayList<Packet.Enclosed>();
        files.add(new Packet.Enclosed(made.paper().number() + ".pdf", Form.PDF.write(made.letter())));
        files.addAll(letters.enclosed(made.paper()));
        var parcel = new Mail.Parcel(
                row.delivery().id().toString(),
                resident.name(),
                resident.email(),
                made.letter().title(),
                made.text(),
                files);
        var outcome = mail.send(parcel, () -> settle(row, d -> d.handedOver(holder)));
        switch (outcome.end()) {
            case SENT -> settle(row, d -> d.sent(holder, now()));
            case REFUSED_FOR_GOOD -> fail(row, holder, "approvals.fate.mail", outcome.said(), true);
            case REFUSED_FOR_NOW -> fail(row, holder, "approvals.fate.mail", outcome.said(), false);
            case UNSURE -> fail(row, holder, "approvals.fate.unsure", outcome.said(), true);
        }
    }

    private void fail(DeliveryRow row, String holder, String code, String said, boolean lasting) {
        try {
            settle(row, d -> d.failed(holder, code, said, lasting, now()));
        } catch (Refused lost) {
            log.warn("발송 {}의 처리가 다른 노드로 넘어갔습니다.", row.delivery().id());
        }
    }

    private interface Step {
        /** @return as it stands afterwards; null when only something beside it changed */
        @org.jspecify.annotations.Nullable
        Delivery of(Delivery now);
    }

    /** What the row says now counts, not what it said when it was claimed. */
    private void settle(DeliveryRow row, Step step) {
        transaction.executeWithoutResult(status -> {
            var locked = deliveries.lock(row.delivery().id()).orElseThrow();
            var after = step.of(locked.delivery());
            if (after == null) return;
            deliveries.save(after);
            if (after.state() != Delivery.State.QUEUED) tell(row.with(after));
        });
    }

    private void tell(DeliveryRow row) {
        var d = row.delivery();
        trail.record(
                Actor.SYSTEM,
                "approvals",
                "delivery." + d.state().word(),
                "paper:" + row.paper(),
                Map.of("delivery", d.id().toString(), "why", d.why()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
