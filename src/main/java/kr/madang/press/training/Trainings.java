package kr.madang.press.training;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps training of staff in press work (직원 홍보교육) and booklets issued (교육용 책자). */
@Component
public class Trainings {
    private static final int SHORT = 60;
    private static final int LONG = 200;
    private static final int NOTE = 1000;
    private static final int MOST = 1_000_000;

    /** @param audience whom it was for @param attendees how many came */
    public record Training(
            UUID id,
            LocalDate day,
            String subject,
            String place,
            String teacher,
            String audience,
            int attendees,
            String note) {}

    public record Booklet(UUID id, LocalDate day, String title, int pages, int copies, String note) {}

    /** What was handed out. */
    public record Material(UUID file, UUID owner, String name) {}

    private final JdbcClient db;
    private final Files files;
    private final Trail trail;
    private final Clock clock;

    Trainings(JdbcClient db, Files files, Trail trail, Clock clock) {
        this.db = db;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /** Newest first. @param words of subject, place, teacher; empty for all */
    public List<Training> trainings(String words) {
        return db.sql("""
                select id, day, subject, place, teacher, audience, attendees, note from press.training
                where subject ilike :words or teacher ilike :words or audience ilike :words order by day desc, id desc""").param("words", like(words)).query(Training.class).list();
    }

    public List<Booklet> booklets(String words) {
        return db.sql("""
                select id, day, title, pages, copies, note from press.booklet where title ilike :words or note ilike :words
                order by day desc, id desc""").param("words", like(words)).query(Booklet.class).list();
    }

    private static String like(String words) {
        return "%" + words.strip().replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    public Training training(UUID id) {
        return trainings("").stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.missing("press.training.missing"));
    }

    public Booklet booklet(UUID id) {
        return booklets("").stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.missing("press.booklet.missing"));
    }

    public List<Material> materials(UUID owner) {
        return db.sql("select file, owner, name from press.training_file where owner = :owner order by at, file")
                .param("owner", owner)
                .query(Material.class)
                .list();
    }

    /** A new one without an id, or the one of that id. */
    @Transactional
    public UUID save(Actor by, Training training) {
        mayWork(by);
        text(training.subject(), 1, LONG, "press.training.subject");
        text(training.place(), 0, SHORT, "press.training.short");
        text(training.teacher(), 0, SHORT, "press.training.short");
        text(training.audience(), 0, SHORT, "press.training.short");
        text(training.note(), 0, NOTE, "press.training.note");
        count(training.attendees());
        past(training.day());
        write(
                "training.saved",
                by,
                training.id(),
                db.sql("""
                insert into press.training (id, day, subject, place, teacher, audience, attendees, note, added_at, added_by)
                values (:id, :day, :subject, :place, :teacher, :audience, :attendees, :note, :at, :by)
                on conflict (id) do update set day = :day, subject = :subject, place = :place, teacher = :teacher,
                    audience = :audience, attendees = :attendees, note = :note""")
                        .param("day", training.day())
                        .param("subject", training.subject().strip())
                        .param("place", training.place().strip())
                        .param("teacher", training.teacher().strip())
                        .param("audience", training.audience().strip())
                        .param("attendees", training.attendees())
                        .param("note", training.note().strip()));
        return training.id();
    }

    @Transactional
    public UUID save(Actor by, Booklet booklet) {
        mayWork(by);
        text(booklet.title(), 1, LONG, "press.booklet.title");
        text(booklet.note(), 0, NOTE, "press.training.note");
        count(booklet.pages());
        count(booklet.copies());
        past(booklet.day());
        write(
                "booklet.saved",
                by,
                booklet.id(),
                db.sql("""
                insert into press.booklet (id, day, title, pages, copies, note, added_at, added_by)
                values (:id, :day, :title, :pages, :copies, :note, :at, :by)
                on conflict (id) do update set day = :day, title = :title, pages = :pages, copies = :copies, note = :note""")
                        .param("day", booklet.day())
                        .param("title", booklet.title().strip())
                        .param("pages", booklet.pages())
                        .param("copies", booklet.copies())
                        .param("note", booklet.note().strip()));
        return booklet.id();
    }

    private void write(String act, Actor by, UUID id, JdbcClient.StatementSpec statement) {
        statement.param("id", id).param("at", now()).param("by", by.login()).update();
        trail.record(by, "press", act, act.substring(0, act.indexOf('.')) + ":" + id, Map.of());
    }

    /** Takes a wrong entry out; what it said stays in the audit trail. */
    @Transactional
    public void delete(Actor by, UUID id) {
        mayWork(by);
        for (var material : materials(id)) remove(by, material);
        int gone = db.sql("delete from press.training where id = :id")
                        .param("id", id)
                        .update()
                + db.sql("delete from press.booklet where id = :id")
                        .param("id", id)
                        .update();
        if (gone == 0) throw Refused.missing("press.training.missing");
        trail.record(by, "press", "training.deleted", "training:" + id, Map.of());
    }

    /** @param owner a training or a booklet */
    @Transactional
    public void bring(Actor by, UUID owner, String name, InputStream bytes) {
        mayWork(by);
        if (trainings("").stream().noneMatch(t -> t.id().equals(owner))) booklet(owner);
        var file = files.put(by, name, bytes);
        db.sql("insert into press.training_file (file, owner, name, at, by) values (:file, :owner, :name, :at, :by)")
                .param("file", file.id())
                .param("owner", owner)
                .param("name", file.name())
                .param("at", now())
                .param("by", by.login())
                .update();
        trail.record(by, "press", "training.material", "training:" + owner, Map.of("sha256", file.sha256()));
    }

    @Transactional
    public void remove(Actor by, UUID owner, UUID file) {
        mayWork(by);
        remove(by, material(owner, file));
    }

    public Material material(UUID owner, UUID file) {
        return materials(owner).stream()
                .filter(m -> m.file().equals(file))
                .findFirst()
                .orElseThrow(() -> Refused.missing("press.training.missing"));
    }

    private void remove(Actor by, Material material) {
        db.sql("delete from press.training_file where file = :file")
                .param("file", material.file())
                .update();
        files.delete(by, material.file(), "교육 자료 삭제");
    }

    public UUID id() {
        return Id.next(now());
    }

    public LocalDate today() {
        return Workdays.day(clock.instant());
    }

    private void past(LocalDate day) {
        if (day.isAfter(today())) throw Refused.invalid("press.training.day");
    }

    private static void text(String text, int least, int most, String code) {
        int length = text.strip().length();
        if (length < least || length > most || text.indexOf('\0') >= 0) throw Refused.invalid(code, most);
    }

    private static void count(int number) {
        if (number < 0 || number > MOST) throw Refused.invalid("press.training.count", MOST);
    }

    private static void mayWork(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
