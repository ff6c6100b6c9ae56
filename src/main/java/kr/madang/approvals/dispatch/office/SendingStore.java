package kr.madang.approvals.dispatch.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.dispatch.SealMark;
import kr.madang.approvals.dispatch.Sending;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of sendings. */
@Repository
class SendingStore {
    /** What of a paper decides whether it may be sent. @param unit code */
    record Origin(Status status, String unit, int version, Disclosure.Kind disclosure) {}

    private final JdbcClient db;

    SendingStore(JdbcClient db) {
        this.db = db;
    }

    /** Two who send at once are judged one after the other. */
    Optional<Origin> lock(Paper.Id paper) {
        return origin("select status, unit, version, disclosure from approvals.paper where id = :id for update", paper);
    }

    Optional<Origin> origin(Paper.Id paper) {
        return origin("select status, unit, version, disclosure from approvals.paper where id = :id", paper);
    }

    private Optional<Origin> origin(String sql, Paper.Id paper) {
        return db.sql(sql)
                .param("id", paper)
                .query((row, n) -> new Origin(
                        Status.valueOf(row.getString("status")),
                        row.getString("unit"),
                        row.getInt("version"),
                        Disclosure.Kind.valueOf(row.getString("disclosure"))))
                .optional();
    }

    void insert(Sent.Id id, Paper.Id paper, int version, Sending sending, Sent.State state, Actor by, Instant at) {
        boolean open = state == Sent.State.ASKED;
        db.sql("""
            insert into approvals.sending (id, paper, version, via, sender, mark, separate, state, reason, asked_by,
                asked_name, asked_at, ruled_by, ruled_name, ruled_at)
            values (:id, :paper, :version, :via, :sender, :mark, :separate, :state, :reason, :by, :name, :at,
                :ruledBy::uuid, :ruledName, :ruledAt::timestamptz)\
            """)
                .param("id", id)
                .param("paper", paper)
                .param("version", version)
                .param("via", sending.via())
                .param("sender", sending.sender())
                .param("mark", sending.mark())
                .param("separate", sending.separate())
                .param("state", state)
                .param("reason", sending.reason())
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .param("ruledBy", open ? null : by.id())
                .param("ruledName", open ? null : by.name())
                .param("ruledAt", open ? null : at)
                .update();
    }

    /** @return false when somebody ruled before */
    boolean rule(Sent.Id id, Sent.State state, Actor by, String words, Instant at) {
        return db.sql("""
            update approvals.sending set state = :state, ruled_by = :by, ruled_name = :name, ruled_at = :at,
                ruling = :words
            where id = :id and state = 'ASKED'\
            """)
                        .param("id", id)
                        .param("state", state)
                        .param("by", by.id())
                        .param("name", by.name())
                        .param("at", at)
                        .param("words", words)
                        .update()
                == 1;
    }

    boolean sentBefore(Paper.Id paper) {
        return db.sql("select exists (select from approvals.sending where paper = :paper and reason = '')")
                .param("paper", paper)
                .query(Boolean.class)
                .single();
    }

    Optional<Sent> find(UUID id) {
        return db.sql("select * from approvals.sending where id = :id")
                .param("id", id)
                .query(SendingStore::sent)
                .optional();
    }

    /** Newest first, without their lines. */
    List<Sent> of(Paper.Id paper) {
        return db.sql("select * from approvals.sending where paper = :paper order by asked_at desc, id desc")
                .param("paper", paper)
                .query(SendingStore::sent)
                .list();
    }

    private static Sent sent(ResultSet row, int n) throws SQLException {
        return new Sent(
                new Sent.Id(row.getObject("id", UUID.class)),
                new Paper.Id(row.getObject("paper", UUID.class)),
                row.getString("via"),
                row.getString("sender"),
                SealMark.valueOf(row.getString("mark")),
                row.getBoolean("separate"),
                Sent.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_name"),
                Objects.requireNonNull(instant(row, "asked_at")),
                Objects.requireNonNullElse(row.getString("ruled_name"), ""),
                instant(row, "ruled_at"),
                row.getString("ruling"),
                List.of());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
