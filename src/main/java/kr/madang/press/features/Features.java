package kr.madang.press.features;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stories the desk plans and offers to outlets (기획보도), month by month. */
@Component
public class Features {
    public static final int SUBJECT = 100;
    public static final int ANGLE = 1_000;

    /** Where a planned story stands. */
    public enum State {
        PLANNED,
        OFFERED,
        PRINTED,
        DROPPED;

        public String code() {
            return "press.feature." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A planned story.
     *
     * @param angle what makes it one
     * @param outlet to whom it is offered; null while nobody is thought of
     * @param edit goes up whenever it is written
     */
    public record Feature(
            UUID id,
            YearMonth month,
            String subject,
            String angle,
            String unit,
            @Nullable UUID outlet,
            String outletName,
            State state,
            int edit,
            String byName) {}

    private static final String SELECT = """
            select f.*, coalesce(o.name, '') as outlet_name from press.feature f left join press.outlet o on o.id = f.outlet
            """;

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Features(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    public List<Feature> of(YearMonth month) {
        return db.sql(SELECT + "where f.month = :month order by f.id")
                .param("month", month.atDay(1))
                .query(Features::feature)
                .list();
    }

    public Feature get(UUID id) {
        return db.sql(SELECT + "where f.id = :id")
                .param("id", id)
                .query(Features::feature)
                .optional()
                .orElseThrow(() -> Refused.missing("press.feature.missing"));
    }

    @Transactional
    public UUID plan(Actor by, YearMonth month, String subject, String angle, String unit, @Nullable UUID outlet) {
        require(by);
        var at = now();
        var id = Id.next(at);
        written(db.sql("""
                insert into press.feature (id, month, subject, angle, unit, outlet, state, edit, by_name, changed_at)
                values (:id, :month, :subject, :angle, :unit, :outlet, 'PLANNED', 1, :by, :at)"""), month, subject, angle, unit)
                .param("outlet", outlet)
                .param("id", id)
                .param("by", by.name())
                .param("at", at)
                .update();
        trail.record(by, "press", "feature.planned", "feature:" + id, Map.of("month", month.toString()));
        return id;
    }

    /** @param edit that was read before writing */
    @Transactional
    public void write(
            Actor by,
            UUID id,
            int edit,
            YearMonth month,
            String subject,
            String angle,
            String unit,
            @Nullable UUID outlet,
            State state) {
        require(by);
        get(id);
        int written = written(db.sql("""
                update press.feature set month = :month, subject = :subject, angle = :angle, unit = :unit, outlet = :outlet,
                    state = :state, edit = edit + 1, by_name = :by, changed_at = :at
                where id = :id and edit = :edit"""), month, subject, angle, unit)
                .param("outlet", outlet)
                .param("state", state)
                .param("by", by.name())
                .param("at", now())
                .param("id", id)
                .param("edit", edit)
                .update();
        if (written == 0) throw Refused.conflict("press.release.overtaken");
        trail.record(by, "press", "feature.written", "feature:" + id, Map.of("state", state));
    }

    private static JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, YearMonth month, String subject, String angle, String unit) {
        return statement
                .param("month", month.atDay(1))
                .param("subject", line(subject, "press.release.title", SUBJECT))
                .param("angle", text(angle))
                .param("unit", line(unit, "press.release.unit", SUBJECT));
    }

    static String line(String typed, String code, int most) {
        var line = PlainText.oneLine(typed);
        if (line.isBlank() || line.length() > most) throw Refused.invalid(code, most);
        return line;
    }

    static String text(String typed) {
        var text =
                PlainText.clean(typed.replace("\r\n", "\n").replace('\r', '\n')).strip();
        if (text.length() > ANGLE) throw Refused.invalid("press.release.text", ANGLE);
        return text;
    }

    static void require(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }

    private static Feature feature(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Feature(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("subject"),
                row.getString("angle"),
                row.getString("unit"),
                row.getObject("outlet", UUID.class),
                row.getString("outlet_name"),
                State.valueOf(row.getString("state")),
                row.getInt("edit"),
                row.getString("by_name"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
