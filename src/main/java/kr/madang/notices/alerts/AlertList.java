package kr.madang.notices.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of alerts (재난 알림 목록): for the desk, and what residents may see. */
@Component
public class AlertList {
    /** What somebody at the desk looks for. @param drill null for both */
    public record Query(
            String words,
            Alert.@Nullable Stage stage,
            @Nullable Boolean drill) {
        public static final Query ALL = new Query("", null, null);

        public Query {
            words = words.replace("\0", "").strip();
            if (words.length() > 100) words = words.substring(0, 100);
        }
    }

    private static final Keyset<Alert> NEWEST = Keyset.<Alert>of("alerts")
            .descending("a.made_at", Instant.class, Alert::madeAt)
            .descending("a.id", UUID.class, Alert::id);

    private static final Keyset<Alert> PUBLISHED = Keyset.<Alert>of("published")
            .descending("a.raised_at", Instant.class, a -> Objects.requireNonNull(a.raisedAt()))
            .descending("a.id", UUID.class, Alert::id);

    private static final String WHERE = """
            where (:words = '' or strpos(lower(a.headline || ' ' || a.text || ' ' || a.identifier), lower(:words)) > 0)
                and (:stage = '' or a.stage = :stage) and (cast(:drill as boolean) is null or a.drill = :drill) and\s""";

    private final JdbcClient db;

    AlertList(JdbcClient db) {
        this.db = db;
    }

    public Slice<Alert> page(Query query, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> asked(
                        query, "select a.* from notices.alert a " + WHERE + where + tail)
                .params(keys)
                .query(AlertStore::alert)
                .list());
    }

    public long count(Query query) {
        return asked(query, "select count(*) from notices.alert a " + WHERE + "true")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(Query query, String sql) {
        var stage = query.stage();
        return db.sql(sql)
                .param("words", query.words())
                .param("stage", stage == null ? "" : stage.name())
                .param("drill", query.drill());
    }

    /** Drafts of received alerts that nobody has taken up yet. */
    public long countReceived() {
        return db.sql("""
                select count(*) from notices.cap_received r join notices.alert a on a.id = r.alert
                where a.stage = 'DRAFT' and a.version = 1""").query(Long.class).single();
    }

    /** What went out to residents, the newest first; never a drill. */
    public Slice<Alert> published(@Nullable String cursor, int size) {
        return PUBLISHED.slice(cursor, size, (where, tail, keys) -> db.sql(
                        "select a.* from notices.alert a where a.raised_at is not null and not a.drill and " + where
                                + tail)
                .params(keys)
                .query(AlertStore::alert)
                .list());
    }

    /** What counts for residents now, cancellations included, the newest first. */
    public List<Alert> current(Instant now) {
        return out(now).stream().filter(alert -> !alert.drill()).toList();
    }

    /** Everything that is out now, drills too; for the staff. */
    public List<Alert> out(Instant now) {
        return db.sql("""
                select a.* from notices.alert a where a.stage = 'OUT' and a.ends_at > :now
                order by a.raised_at desc, a.id desc limit 100""").param("now", now).query(AlertStore::alert).list();
    }
}
