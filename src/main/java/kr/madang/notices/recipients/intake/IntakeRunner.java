package kr.madang.notices.recipients.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import kr.madang.kernel.sheet.SheetReader;
import kr.madang.kernel.sql.AfterCommit;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.recipients.Bulk;
import kr.madang.notices.recipients.Dongs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the rows of files over, batch by batch (가져오기 실행). Each batch and how far it came are one transaction, so that after a crash any
 * node goes on where the last one stopped, and two who do so at once share the batches.
 */
@Component
class IntakeRunner implements Job {
    private static final Logger log = LoggerFactory.getLogger(IntakeRunner.class);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int BATCH = 5_000;
    private static final Duration KEPT = Duration.ofDays(1);

    private final IntakeStore store;
    private final IntakeFiles files;
    private final Bulk bulk;
    private final Dongs dongs;
    private final Trail trail;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final JsonMapper json;

    IntakeRunner(
            IntakeStore store,
            IntakeFiles files,
            Bulk bulk,
            Dongs dongs,
            Trail trail,
            TransactionOperations transaction,
            Clock clock,
            JsonMapper json) {
        this.store = store;
        this.files = files;
        this.bulk = bulk;
        this.dongs = dongs;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String name() {
        return "notices.intake";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofMinutes(1));
    }

    /** Goes on with what a dead node left, and throws away files nobody came back for. */
    @Override
    public String run() {
        var left = store.taking();
        left.forEach(this::take);
        int old = store.discardBefore(clock.instant().minus(KEPT));
        return "이어서 가져온 파일 " + left.size() + "개, 버린 파일 " + old + "개";
    }

    void afterCommit(UUID id) {
        AfterCommit.run(() -> Thread.ofVirtual().name("notices-intake").start(() -> take(id)));
    }

    void take(UUID id) {
        try {
            var settings = json.readValue(store.settings(id), Settings.class);
            var entries = entries(id, settings);
            while (Boolean.TRUE.equals(transaction.execute(status -> batch(id, settings, entries)))) {
                // on to the next one
            }
        } catch (Refused e) {
            // the other one who took it over has finished and thrown the file away
            if (e.code().equals("notices.intake.gone")) return;
            log.error("수신자 가져오기 {}이(가) 멈췄습니다.", id, e);
            store.fail(id, e.code());
        } catch (RuntimeException e) {
            log.error("수신자 가져오기 {}이(가) 멈췄습니다. 다음 차례에 이어서 합니다.", id, e);
        }
    }

    private List<Entry> entries(UUID id, Settings settings) {
        var reader = new RowReader(settings, dongs::has, LocalDate.ofInstant(clock.instant(), SEOUL));
        SheetReader.read(files.open(id), Intakes.LIMITS, reader);
        return reader.entries;
    }

    /** @return whether there is more */
    private boolean batch(UUID id, Settings settings, List<Entry> entries) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var intake = store.lock(id).orElseThrow();
        if (intake.state() != Intake.State.TAKING) return false;
        if (intake.done() >= entries.size()) return finish(id, now);
        bulk.alone();
        var part = entries.subList(intake.done(), Math.min(entries.size(), intake.done() + BATCH));
        var known =
                bulk.known(part.stream().flatMap(e -> e.addresses().stream()).toList());
        var consents =
                bulk.consents(known.values().stream().map(Bulk.Known::way).toList());
        var plan = new Plan(settings.wording(), known, consents, now).of(part);
        bulk.take(plan.people, plan.ways, plan.agreed, id);
        store.advance(id, part.size(), plan);
        return true;
    }

    private boolean finish(UUID id, Instant now) {
        if (!store.finish(id, now)) return false;
        var done = Objects.requireNonNull(store.find(id).orElse(null));
        trail.record(
                Actor.SYSTEM,
                "notices",
                "intake.taken",
                "intake:" + id,
                Map.of(
                        "added", done.added(),
                        "joined", done.joined(),
                        "known", done.known(),
                        "refused", done.refused()));
        return false;
    }
}
