package kr.madang.approvals.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.desk.Shelf;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.Retention;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of papers in their files. */
@Repository
class FilingStore {
    private static final Keyset<FiledPaper> FILED = Keyset.<FiledPaper>of("filed")
            .ascending("x.approved_at", Instant.class, FiledPaper::approvedAt)
            .ascending("x.id", UUID.class, FiledPaper::paper);
    /** Titles of closed papers are for those who may read them, and so is finding them by their title. */
    private static final String PAPERS = """
            select x.* from (
                select p.id, p.title, p.drafter_name, p.disclosure, p.retention, p.approved_at, d.at, d.file,
                    coalesce(n.unit_name || '-' || n.serial, '') as number, %s as readable
                from approvals.filed d join approvals.paper p on p.id = d.paper
                left join approvals.register_entry n on n.paper = p.id and n.register = 'PRODUCTION'
                where d.file = :file) x
            where (:like = '%%%%' or x.number = :text
                or ((x.disclosure <> 'CLOSED' or x.readable) and lower(x.title) like :like)) and\s""".formatted(Access.READABLE);

    private final JdbcClient db;

    FilingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Puts the papers into the open file of their unit, task and year. The row of the file stays shared until the transaction ends, so
     * that its close waits for the papers on their way into it.
     *
     * @return false when no file is open
     */
    boolean place(List<Shelf.Placing> papers, String unit, String task, int year) {
        return papers.size()
                == db.sql("""
                with f as (
                    select id from approvals.file
                    where unit = :unit and task = :task and year = :year and closed_on is null
                    order by serial, volume desc limit 1 for share)
                insert into approvals.filed (paper, file, at)
                select p.paper, f.id, p.at::timestamptz from f, unnest(:papers, :ats) as p(paper, at)""")
                        .param("unit", unit)
                        .param("task", task)
                        .param("year", year)
                        .param(
                                "papers",
                                papers.stream().map(one -> one.paper().value()).toArray(UUID[]::new))
                        .param(
                                "ats",
                                papers.stream().map(one -> one.at().toString()).toArray(String[]::new))
                        .update();
    }

    /** Opens the first file of the unit, task and year or, where all are closed, the next volume of the first. */
    void open(UUID id, String unit, String task, int year, String title, Retention retention, Instant at, String by) {
        db.sql("""
                insert into approvals.file (id, unit, task, year, serial, volume, title, retention, opened_at, opened_by)
                select :id, :unit, :task, :year, coalesce(last.serial, 1), coalesce(last.volume, 0) + 1,
                    coalesce(last.title, :title), coalesce(last.retention, :retention), :at, :by
                from (values (1)) one left join lateral (
                    select serial, volume, title, retention from approvals.file
                    where unit = :unit and task = :task and year = :year order by serial, volume desc limit 1) last on true
                where not exists (
                    select from approvals.file
                    where unit = :unit and task = :task and year = :year and closed_on is null)
                on conflict do nothing""")
                .param("id", id)
                .param("unit", unit)
                .param("task", task)
                .param("year", year)
                .param("title", title)
                .param("retention", retention)
                .param("at", at)
                .param("by", by)
                .update();
    }

    Optional<UUID> drafter(UUID paper) {
        return db.sql("select drafter from approvals.paper where id = :paper")
                .param("paper", paper)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> fileOf(UUID paper) {
        return db.sql("select file from approvals.filed where paper = :paper")
                .param("paper", paper)
                .query(UUID.class)
                .optional();
    }

    /** @return false when the paper no longer lies where it was */
    boolean move(UUID id, UUID paper, UUID from, UUID to, String reason, Instant at, String by) {
        boolean moved = 1
                == db.sql("update approvals.filed set file = :to, at = :at where paper = :paper and file = :from")
                        .param("paper", paper)
                        .param("from", from)
                        .param("to", to)
                        .param("at", at)
                        .update();
        if (moved)
            db.sql("""
                    insert into approvals.file_move (id, paper, from_file, to_file, reason, at, by_name)
                    values (:id, :paper, :from, :to, :reason, :at, :by)""")
                    .param("id", id)
                    .param("paper", paper)
                    .param("from", from)
                    .param("to", to)
                    .param("reason", reason)
                    .param("at", at)
                    .param("by", by)
                    .update();
        return moved;
    }

    /** Newest first. */
    List<Filings.Moved> moves(UUID paper) {
        return db.sql("""
                select m.at, m.by_name, m.reason, a.title as from_title, b.title as to_title
                from approvals.file_move m
                join approvals.file a on a.id = m.from_file join approvals.file b on b.id = m.to_file
                where m.paper = :paper order by m.id desc limit 200""")
                .param("paper", paper)
                .query((row, n) -> new Filings.Moved(
                        FileStore.instant(row, "at"),
                        row.getString("by_name"),
                        row.getString("from_title"),
                        row.getString("to_title"),
                        row.getString("reason")))
                .list();
    }

    Slice<FiledPaper> papers(UUID file, String text, Map<String, Object> reader, @Nullable String cursor, int size) {
        return FILED.slice(cursor, size, (where, tail, keys) -> asked(PAPERS + where + tail, file, text, reader)
                .params(keys)
                .query(FilingStore::paper)
                .list());
    }

    void each(UUID file, Map<String, Object> reader, Consumer<FiledPaper> taker) {
        var all = asked(PAPERS + "true order by x.approved_at, x.id", file, "", reader)
                .withFetchSize(500)
                .query(FilingStore::paper);
        try (var rows = all.stream()) {
            rows.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec asked(String sql, UUID file, String text, Map<String, Object> reader) {
        var plain = text.replace("\0", "").strip();
        return db.sql(sql)
                .param("file", file)
                .param("text", plain)
                .param("like", FileQuery.like(plain))
                .params(reader);
    }

    private static FiledPaper paper(ResultSet row, int n) throws SQLException {
        var disclosure = Disclosure.Kind.valueOf(row.getString("disclosure"));
        boolean readable = row.getBoolean("readable");
        boolean masked = disclosure == Disclosure.Kind.CLOSED && !readable;
        return new FiledPaper(
                row.getObject("id", UUID.class),
                row.getString("number"),
                masked ? "" : row.getString("title"),
                masked,
                readable,
                row.getString("drafter_name"),
                disclosure,
                Retention.valueOf(row.getString("retention")),
                FileStore.instant(row, "approved_at"),
                FileStore.instant(row, "at"));
    }
}
