package kr.madang.notices.recipients;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Segments.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of segments. */
@Repository
class SegmentStore {
    private static final RowMapper<Segment> ROW = (row, n) -> new Segment(
            row.getObject("id", UUID.class),
            row.getString("name"),
            Channel.valueOf(row.getString("channel")),
            Audience.of(row.getString("audience")),
            row.getObject("made_at", OffsetDateTime.class).toInstant(),
            row.getString("made_by"),
            ContactStore.instant(row, "archived_at"));

    private final JdbcClient db;

    SegmentStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Segment> find(UUID id) {
        return db.sql("select * from notices.segment where id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    List<Segment> list(boolean archived) {
        return db.sql(
                        "select * from notices.segment where (archived_at is not null) = :archived order by name, id limit 500")
                .param("archived", archived)
                .query(ROW)
                .list();
    }

    void insert(Segment segment) {
        db.sql("""
                insert into notices.segment (id, name, channel, audience, made_at, made_by, changed_at)
                values (:id, :name, :channel, :audience::jsonb, :at, :by, :at)""")
                .param("id", segment.id())
                .param("name", segment.name())
                .param("channel", segment.channel())
                .param("audience", segment.audience().json())
                .param("at", segment.madeAt())
                .param("by", segment.madeBy())
                .update();
    }

    void update(Segment segment, Instant at) {
        db.sql("""
                update notices.segment set name = :name, channel = :channel, audience = :audience::jsonb, changed_at = :at
                where id = :id""")
                .param("id", segment.id())
                .param("name", segment.name())
                .param("channel", segment.channel())
                .param("audience", segment.audience().json())
                .param("at", at)
                .update();
    }

    void archive(UUID id, @Nullable Instant at) {
        db.sql("update notices.segment set archived_at = :at where id = :id")
                .param("id", id)
                .param("at", at, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }
}
