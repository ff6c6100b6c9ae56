package kr.madang.notices.recipients.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sheet.SheetReader;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.recipients.Bulk;
import kr.madang.notices.recipients.Dongs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes files of recipients in (수신자 가져오기): upload, say what the columns mean and where the consents come from, look at what would
 * happen, take over, and undo as long as nothing was sent to anybody of the file.
 */
@Component
public class Intakes {
    public static final int LARGEST_FILE = 20 << 20;
    public static final int MOST_ROWS = 100_000;

    static final SheetReader.Limits LIMITS = new SheetReader.Limits(MOST_ROWS + 20, 60, 300, 200L << 20);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int FIRST_ROWS = 6;

    /** The first rows of a file, masked, and how many columns it has. */
    public record Sample(List<List<String>> rows, int columns) {}

    private final IntakeStore store;
    private final IntakeFiles files;
    private final IntakeRunner runner;
    private final Bulk bulk;
    private final Dongs dongs;
    private final Trail trail;
    private final Clock clock;
    private final JsonMapper json;

    Intakes(
            IntakeStore store,
            IntakeFiles files,
            IntakeRunner runner,
            Bulk bulk,
            Dongs dongs,
            Trail trail,
            Clock clock,
            JsonMapper json) {
        this.store = store;
        this.files = files;
        this.runner = runner;
        this.bulk = bulk;
        this.dongs = dongs;
        this.trail = trail;
        this.clock = clock;
        this.json = json;
    }

    /** Newest first. */
    public Slice<Intake> page(@Nullable String cursor, int size) {
        return store.page(cursor, size);
    }

    /** @throws Refused {@code notices.intake.missing} */
    public Intake get(UUID id) {
        return store.find(id).orElseThrow(() -> Refused.missing("notices.intake.missing"));
    }

    public Settings settings(UUID id) {
        get(id);
        return json.readValue(store.settings(id), Settings.class);
    }

    /** Keeps the file sealed for a day and guesses its columns. @throws Refused when it is no table or too large */
    @Transactional
    public UUID upload(Actor by, String fileName, byte[] file) {
        check(by);
        if (file.length > LARGEST_FILE) throw new Refused(Refused.Reason.TOO_LARGE, "kernel.sheet.large", 20);
        var first = first(file);
        if (first.isEmpty()) throw Refused.invalid("kernel.sheet.empty");
        var now = now();
        var id = Id.next(now);
        var settings = Settings.first(Columns.guess(first), LocalDate.ofInstant(now, SEOUL));
        store.insert(
                id,
                named(fileName),
                digest(file),
                files.seal(id, file),
                json.writeValueAsString(settings),
                now,
                by.login(),
                by.id());
        trail.record(by, "notices", "intake.uploaded", "intake:" + id, Map.of("bytes", file.length));
        return id;
    }

    /** The whole file is read, so that one that is too long or hostile is refused when it comes. */
    private static List<SheetReader.Row> first(byte[] file) {
        var first = new ArrayList<SheetReader.Row>();
        SheetReader.read(file, LIMITS, row -> {
            if (first.size() < FIRST_ROWS && !row.isBlank()) first.add(row);
        });
        return first;
    }

    public Sample sample(UUID id) {
        var first = first(files.open(id));
        var head = settings(id).columns().head();
        int columns = first.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
        return new Sample(Columns.shown(first, head), columns);
    }

    /** @throws Refused when nobody could be reached, or the origin of the consents is not said */
    @Transactional
    public void settle(Actor by, UUID id, Settings settings) {
        check(by);
        get(id);
        if (!settings.columns().reaches()) throw Refused.invalid("notices.intake.noway");
        if (settings.columns().at().values().stream().distinct().count()
                < settings.columns().at().size()) throw Refused.invalid("notices.intake.samecolumn");
        if (settings.wording().isBlank()) throw Refused.invalid("notices.intake.wording.missing");
        if (settings.wording().length() > 40) throw Refused.invalid("notices.intake.wording.long", 40);
        if (settings.givenOn().isAfter(LocalDate.ofInstant(now(), SEOUL)))
            throw Refused.invalid("notices.intake.future", settings.givenOn());
        if (!store.settle(id, json.writeValueAsString(settings))) throw Refused.conflict("notices.intake.over");
    }

    /** Says what taking over would do; writes nothing. */
    @Transactional(readOnly = true)
    public Examined examine(UUID id) {
        if (get(id).state() != Intake.State.UPLOADED) throw Refused.conflict("notices.intake.over");
        var settings = settings(id);
        var reader = read(id, settings);
        var known = bulk.known(
                reader.entries.stream().flatMap(e -> e.addresses().stream()).toList());
        var consents =
                bulk.consents(known.values().stream().map(Bulk.Known::way).toList());
        var plan = new Plan(settings.wording(), known, consents, now()).of(reader.entries);
        plan.notes.forEach(reader::tell);
        reader.findings.sort(Comparator.comparingInt(Finding::line));
        return new Examined(
                reader.rows,
                plan.added,
                plan.joined,
                plan.known,
                reader.refused,
                List.copyOf(reader.findings),
                Map.copyOf(reader.counts),
                store.repeated(id));
    }

    private RowReader read(UUID id, Settings settings) {
        var reader = new RowReader(settings, dongs::has, LocalDate.ofInstant(now(), SEOUL));
        SheetReader.read(files.open(id), LIMITS, reader);
        return reader;
    }

    /** Begins taking over; the rows follow in batches. @throws Refused when the file has been taken over before */
    @Transactional
    public void take(Actor by, UUID id) {
        check(by);
        var settings = settings(id);
        if (settings.wording().isBlank()) throw Refused.invalid("notices.intake.wording.missing");
        if (store.repeated(id)) throw Refused.conflict("notices.intake.repeated");
        var reader = read(id, settings);
        if (reader.entries.isEmpty()) throw Refused.invalid("notices.intake.nothing");
        if (!store.begin(id, reader.entries.size(), reader.refused)) throw Refused.conflict("notices.intake.over");
        trail.record(
                by,
                "notices",
                "intake.begun",
                "intake:" + id,
                Map.of(
                        "rows", reader.entries.size(),
                        "source", settings.source().name(),
                        "wording", settings.wording()));
        runner.afterCommit(id);
    }

    /** Takes everything back that the file brought. @throws Refused once something was sent to anybody of it */
    @Transactional
    public int undo(Actor by, UUID id, String reason) {
        check(by);
        var why = reason.strip();
        if (why.isEmpty()) throw Refused.invalid("notices.reason.missing");
        if (why.length() > 200) throw Refused.invalid("notices.reason.long", 200);
        var intake = store.lock(id).orElseThrow(() -> Refused.missing("notices.intake.missing"));
        if (intake.state() != Intake.State.TAKEN) throw Refused.conflict("notices.intake.over");
        if (store.used(id)) throw Refused.conflict("notices.intake.used");
        int people = store.undo(id, now());
        trail.record(by, "notices", "intake.undone", "intake:" + id, Map.of("people", people, "reason", why));
        return people;
    }

    /** Throws an uploaded file away. */
    @Transactional
    public void discard(Actor by, UUID id) {
        check(by);
        if (!store.discard(id)) throw Refused.conflict("notices.intake.over");
        trail.record(by, "notices", "intake.discarded", "intake:" + id, Map.of());
    }

    private static void check(Actor by) {
        if (!by.may("notices", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "kernel.access.forbidden");
    }

    private static String named(String fileName) {
        var plain = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        if (plain.isEmpty()) return "파일";
        return plain.length() > 120 ? plain.substring(0, 120) : plain;
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
