package kr.madang.approvals.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of drafts that were thrown away. */
@Repository
class DiscardStore {
    private static final Keyset<Discards.Item> NEWEST = Keyset.<Discards.Item>of("discarded")
            .descending("p.changed_at", Instant.class, Discards.Item::at)
            .descending("p.id", UUID.class, item -> item.paper().value());

    /** Nothing else knows of it: not the paper it was drafted in place of, nor another room. */
    private static final String ALONE = """
            (p.predecessor is null and p.successor is null and p.subject_room is null and p.submitted_at is null
                and not exists (select from approvals.register_entry n where n.paper = p.id))""";

    /** What hangs on a paper that never went on its way, the paper last. */
    private static final List<String> PARTS = List.of(
            "delete from approvals.buffer where paper = :id",
            "delete from approvals.access where paper = :id",
            "delete from approvals.seat where paper = :id",
            "delete from approvals.link where paper = :id",
            "delete from approvals.event where paper = :id",
            "delete from approvals.content_version where paper = :id",
            "delete from approvals.paper where id = :id");

    private final JdbcClient db;

    DiscardStore(JdbcClient db) {
        this.db = db;
    }

    Slice<Discards.Item> of(UUID drafter, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql("select p.id, p.title, p.changed_at, " + ALONE
                        + " as goes from approvals.paper p where p.drafter = :me and p.discarded and "
                        + where + tail)
                .param("me", drafter)
                .params(keys)
                .query((row, n) -> {
                    var at = row.getObject("changed_at", OffsetDateTime.class).toInstant();
                    return new Discards.Item(
                            new Paper.Id(row.getObject("id", UUID.class)),
                            row.getString("title"),
                            at,
                            row.getBoolean("goes") ? at.plus(Discards.KEPT) : null);
                })
                .list());
    }

    /** Thrown away before that moment, and locked. */
    boolean lock(Paper.Id paper, Instant before) {
        return db.sql(
                        "select p.id from approvals.paper p where p.id = :id and p.discarded and p.changed_at < :before and "
                                + ALONE + " for update skip locked")
                .param("id", paper)
                .param("before", before)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    List<Paper.Id> old(Instant before, int most) {
        return db
                .sql("select p.id from approvals.paper p where p.discarded and p.changed_at < :before and " + ALONE
                        + " order by p.changed_at, p.id limit " + most)
                .param("before", before)
                .query(UUID.class)
                .list()
                .stream()
                .map(Paper.Id::new)
                .toList();
    }

    void purge(Paper.Id paper) {
        for (var part : PARTS) db.sql(part).param("id", paper).update();
    }
}
