package kr.madang.press.outlets;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import kr.madang.kernel.trail.Trail;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a list of reporters from a file (기자 명부 가져오기): first it is looked at with every mistake named, then what is right is taken. */
@Component
public class ReporterIntake {
    public static final int LARGEST = 1_000_000;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final SealedColumn SEALED =
            SealedColumn.of("press.reporter_intake").atMost(5);
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-./]\\s*(\\d{1,2})\\s*[-./]\\s*(\\d{1,2})\\s*\\.?");

    /**
     * A line of the file.
     *
     * @param found what keeps it from being taken: message keys with their arguments
     */
    public record Line(int number, IntakeRow row, List<Finding> found) {
        public boolean ready() {
            return found.isEmpty();
        }
    }

    public record Finding(String code, List<Object> args) {}

    public record Preview(UUID id, String fileName, List<Line> lines) {
        public long ready() {
            return lines.stream().filter(Line::ready).count();
        }
    }

    private final JdbcClient db;
    private final FieldCipher cipher;
    private final Reporters reporters;
    private final ReporterStore store;
    private final Outlets outlets;
    private final Trail trail;
    private final Clock clock;

    ReporterIntake(
            JdbcClient db,
            FieldCipher cipher,
            Reporters reporters,
            ReporterStore store,
            Outlets outlets,
            Trail trail,
            Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.reporters = reporters;
        this.store = store;
        this.outlets = outlets;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps the file, sealed, until it is taken or a day is over. @throws Refused when it cannot be read as such a list */
    @Transactional
    public UUID bring(Actor by, String fileName, byte[] file) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
        if (file.length > LARGEST)
            throw new Refused(Refused.Reason.TOO_LARGE, "press.intake.size", LARGEST / 1_000_000);
        IntakeRow.read(file);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        db.sql("delete from press.reporter_intake where at < :before")
                .param("before", at.minus(KEPT))
                .update();
        var id = Id.next(at);
        var name = fileName.replaceAll("[\\p{Cntrl}]", "");
        db.sql(
                        "insert into press.reporter_intake (id, account, file_name, sealed, at) values (:id, :account, :name, :sealed, :at)")
                .param("id", id)
                .param("account", by.id())
                .param("name", name.length() > 200 ? name.substring(0, 200) : name)
                .param("sealed", cipher.seal(Base64.getEncoder().encodeToString(file), SEALED.place(id)))
                .param("at", at)
                .update();
        return id;
    }

    private record Kept(String fileName, String sealed) {}

    /** One's own file, read against the book as it stands now. */
    @Transactional(readOnly = true)
    public Preview preview(Actor by, UUID id) {
        var kept = db.sql("select file_name, sealed from press.reporter_intake where id = :id and account = :account")
                .param("id", id)
                .param("account", by.id())
                .query(Kept.class)
                .optional()
                .orElseThrow(() -> Refused.missing("press.intake.missing"));
        var file = Base64.getDecoder().decode(cipher.open(kept.sealed(), SEALED.place(id)));
        return new Preview(id, kept.fileName(), examined(IntakeRow.read(file)));
    }

    private List<Line> examined(List<IntakeRow> rows) {
        Map<String, Outlet> byName =
                outlets.all().stream().filter(o -> !o.retired()).collect(Collectors.toMap(Outlet::name, o -> o));
        var known = new HashSet<>(db.sql("select mail_key from press.reporter where mail_key is not null")
                .query(String.class)
                .list());
        var seen = new HashSet<String>();
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            var found = row.check(byName, Workdays.day(clock.instant()));
            if (found.isEmpty()) {
                var key = store.key(row.contact());
                if (key != null && known.contains(key)) found.add(finding("press.intake.known"));
                else if (key != null && !seen.add(key)) found.add(finding("press.intake.twice"));
                else if (key != null && row.consents() && !row.source().ownHand() && store.isStopped(key))
                    found.add(finding("press.consent.withdrawn.before"));
            }
            lines.add(new Line(row.line(), row, List.copyOf(found)));
        }
        return lines;
    }

    static Finding finding(String code, Object... args) {
        return new Finding(code, List.of(args));
    }

    /** Takes the lines without a mistake, all or none. @return how many */
    @Transactional
    public int take(Actor by, UUID id) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
        var preview = preview(by, id);
        int gone = db.sql("delete from press.reporter_intake where id = :id and account = :account")
                .param("id", id)
                .param("account", by.id())
                .update();
        if (gone == 0) throw Refused.missing("press.intake.missing");
        int taken = 0;
        var byName = outlets.all().stream().collect(Collectors.toMap(Outlet::name, Outlet::id));
        for (var line : preview.lines()) {
            if (!line.ready()) continue;
            var row = line.row();
            var reporter = reporters.add(by, row.draft(java.util.Objects.requireNonNull(byName.get(row.outlet()))));
            if (row.consents()) reporters.consent(by, reporter.id(), row.version(), row.source(), row.day());
            taken++;
        }
        trail.record(
                by,
                "press",
                "reporters.taken",
                "intake:" + id,
                Map.of("lines", preview.lines().size(), "taken", taken));
        return taken;
    }

    /** The ways people write days into such lists. @throws DateTimeException when it is none */
    static LocalDate day(String typed) {
        var parts = DAY.matcher(typed);
        if (!parts.matches()) throw new DateTimeException(typed);
        return LocalDate.of(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    @Bean
    static Resealable sealedReporterFiles(JdbcClient db) {
        return SEALED.in(db);
    }
}
