package kr.madang.approvals.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is typed while it is typed (자동 저장). Somebody else's buffer does not exist for anybody: every statement asks for its owner.
 * Buffers are no records and leave no trail.
 */
@Component
public class Buffers {
    public static final int LONGEST = 400_000;

    private static final int MOST = 30;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What else a form carries, its token above all, is nobody's draft. */
    private static final Set<String> FIELDS = Set.of(
            "title",
            "text",
            "summary",
            "keywords",
            "kind",
            "second",
            "task",
            "amount",
            "pick",
            "unittask",
            "unittasktitle",
            "retention",
            "disclosure",
            "grounds",
            "parts",
            "line",
            "linename",
            "attached",
            "base",
            "q",
            "team");

    private final JdbcClient db;
    private final Clock clock;

    Buffers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Keeps the fields in the buffer, which it makes if need be; the oldest beyond thirty go.
     *
     * @throws Refused too large when a person can hardly have typed it
     */
    @Transactional
    public void keep(Actor by, UUID id, Paper.@Nullable Id paper, Map<String, List<String>> typed) {
        mayWork(by);
        var fields = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) -> {
            if (FIELDS.contains(name)) fields.put(name, values);
        });
        long length = fields.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        if (length > LONGEST) throw new Refused(Refused.Reason.TOO_LARGE, "approvals.buffer.large", LONGEST);
        db.sql("""
                insert into approvals.buffer (account, id, paper, title, fields, kept_at)
                values (:account, :id, :paper::uuid, :title, :fields, :at)
                on conflict (account, id) do update
                set title = excluded.title, fields = excluded.fields, kept_at = excluded.kept_at, discarded_at = null""")
                .param("account", by.id())
                .param("id", id)
                .param("paper", paper)
                .param("title", title(fields))
                .param("fields", JSON.writeValueAsString(fields))
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .update();
        db.sql("""
                delete from approvals.buffer where account = :account and id in (
                    select id from approvals.buffer where account = :account
                    order by discarded_at is null desc, kept_at desc, id offset :most)""").param("account", by.id()).param("most", MOST).update();
    }

    private static String title(Map<String, List<String>> fields) {
        var title = fields.getOrDefault("title", List.of("")).stream()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return title.length() > 200 ? title.substring(0, 200) : title;
    }

    public Optional<Buffer> find(Actor by, UUID id) {
        return db.sql("select * from approvals.buffer where account = :account and id = :id")
                .param("account", by.id())
                .param("id", id)
                .query(Buffers::buffer)
                .optional();
    }

    /** What the person left unsaved of this paper, or of new drafts when there is none, newest first. */
    public List<Buffer> left(Actor by, Paper.@Nullable Id paper) {
        return db.sql("""
                select * from approvals.buffer
                where account = :account and paper is not distinct from :paper::uuid and discarded_at is null
                order by kept_at desc limit :most""")
                .param("account", by.id())
                .param("paper", paper)
                .param("most", MOST)
                .query(Buffers::buffer)
                .list();
    }

    /** What its owner threw away and may bring back, newest first. */
    public List<Buffer> thrownAway(Actor by) {
        return db.sql("""
                select * from approvals.buffer where account = :account and discarded_at is not null
                order by discarded_at desc limit :most""")
                .param("account", by.id())
                .param("most", MOST)
                .query(Buffers::buffer)
                .list();
    }

    /** 버림: out of sight, but kept for thirty days. */
    public void throwAway(Actor by, UUID id) {
        thrown(by, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** 되살림. */
    public void bringBack(Actor by, UUID id) {
        thrown(by, id, null);
    }

    private void thrown(Actor by, UUID id, @Nullable Instant at) {
        db.sql("update approvals.buffer set discarded_at = :at::timestamptz where account = :account and id = :id")
                .param("at", at)
                .param("account", by.id())
                .param("id", id)
                .update();
    }

    /** What was saved needs no buffer any more. */
    public void discard(Actor by, UUID id) {
        db.sql("delete from approvals.buffer where account = :account and id = :id")
                .param("account", by.id())
                .param("id", id)
                .update();
    }

    int forgetOld() {
        return db.sql("delete from approvals.buffer where coalesce(discarded_at, kept_at) < :before")
                .param("before", clock.instant().minus(KEPT))
                .update();
    }

    private static void mayWork(Actor by) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
    }

    private static Buffer buffer(ResultSet row, int n) throws SQLException {
        var paper = row.getObject("paper", UUID.class);
        return new Buffer(
                row.getObject("id", UUID.class),
                paper == null ? null : new Paper.Id(paper),
                row.getString("title"),
                JSON.readValue(row.getString("fields"), new TypeReference<Map<String, List<String>>>() {}),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
