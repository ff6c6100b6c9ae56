package kr.madang.office.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.office.ledger.Headroom;
import kr.madang.office.ledger.Move;
import kr.madang.office.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of imports. */
@Repository
class ImportStore {
    /** An entry the ledger holds already. */
    record Known(UUID id, Move kind, String documentNo, UUID line, Source source, LocalDate day, long amount) {}

    record Draft(UUID id, String fileName, String fileHash, byte[] bytes) {}

    record Pool(UUID line, Source source) {}

    private final JdbcClient db;

    ImportStore(JdbcClient db) {
        this.db = db;
    }

    void saveDraft(Draft draft, Instant at, UUID by) {
        db.sql("delete from office.import_draft where uploaded_at < :old")
                .param("old", at.minusSeconds(86_400))
                .update();
        db.sql("""
                insert into office.import_draft (id, file_name, file_hash, bytes, uploaded_at, uploaded_by)
                values (:id, :name, :hash, :bytes, :at, :by)""")
                .param("id", draft.id())
                .param("name", draft.fileName())
                .param("hash", draft.fileHash())
                .param("bytes", draft.bytes())
                .param("at", at)
                .param("by", by)
                .update();
    }

    Optional<Draft> draft(UUID id, UUID by) {
        return db.sql("select * from office.import_draft where id = :id and uploaded_by = :by")
                .param("id", id)
                .param("by", by)
                .query((row, n) ->
                        new Draft(id, row.getString("file_name"), row.getString("file_hash"), row.getBytes("bytes")))
                .optional();
    }

    int deleteDraft(UUID id) {
        return db.sql("delete from office.import_draft where id = :id")
                .param("id", id)
                .update();
    }

    List<Imports.Batch> batches() {
        return db.sql("""
                select id, file_name, fiscal_year, rows, skipped, total, imported_at, imported_by
                from office.import_batch order by imported_at desc limit 50""")
                .query((row, n) -> new Imports.Batch(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getInt("fiscal_year"),
                        row.getInt("rows"),
                        row.getInt("skipped"),
                        row.getLong("total"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getString("imported_by")))
                .list();
    }

    boolean imported(String hash) {
        return db.sql("select exists (select from office.import_batch where file_hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void insertBatch(Imports.Batch batch, String hash) {
        db.sql("""
                insert into office.import_batch (id, file_name, file_hash, fiscal_year, rows, skipped, total,
                    imported_at, imported_by)
                values (:id, :fileName, :hash, :fiscalYear, :rows, :skipped, :total, :at, :by)""")
                .param("id", batch.id())
                .param("fileName", batch.fileName())
                .param("hash", hash)
                .param("fiscalYear", batch.fiscalYear())
                .param("rows", batch.rows())
                .param("skipped", batch.skipped())
                .param("total", batch.total())
                .param("at", batch.at())
                .param("by", batch.by())
                .update();
    }

    void insertEntries(String json) {
        db.sql("""
                insert into office.ledger_entry
                select * from jsonb_populate_recordset(null::office.ledger_entry, :rows::jsonb)""").param("rows", json).update();
    }

    /** Locks the lines until the end of the transaction, always in the same order. */
    void lock(Collection<UUID> lines) {
        if (lines.isEmpty()) return;
        db.sql("select id from office.budget_node where id in (:lines) order by id for update")
                .param("lines", lines)
                .query()
                .listOfRows();
    }

    /** Entries of the year that bear one of the numbers. */
    List<Known> known(int year, Collection<String> documents) {
        var found = new ArrayList<Known>();
        var all = new ArrayList<>(documents);
        for (int i = 0; i < all.size(); i += 5_000)
            found.addAll(db.sql("""
                    select id, kind, document_no, line_id, source, on_date, amount from office.ledger_entry
                    where fiscal_year = :year and document_no in (:numbers) and reverses is null""")
                    .param("year", year)
                    .param("numbers", all.subList(i, Math.min(all.size(), i + 5_000)))
                    .query((row, n) -> known(row))
                    .list());
        return found;
    }

    /** What moved the committable money of the lines, per line and source. */
    Map<Pool, List<Headroom.Change>> committable(Collection<UUID> lines) {
        var pools = new HashMap<Pool, List<Headroom.Change>>();
        if (lines.isEmpty()) return pools;
        db.sql("""
                select line_id, source, on_date, sum(amount)::bigint as amount from (
                    select line_id, source, on_date, case kind when 'CARRIED_OUT' then -amount else amount end as amount
                    from office.appropriation where line_id in (:lines)
                    union all
                    select line_id, source, on_date, -amount from office.ledger_entry
                    where line_id in (:lines) and kind = 'OBLIGATION') c
                group by 1, 2, 3""")
                .param("lines", lines)
                .query((row, n) -> pools.computeIfAbsent(
                                new Pool(row.getObject("line_id", UUID.class), Source.valueOf(row.getString("source"))),
                                p -> new ArrayList<>())
                        .add(new Headroom.Change(row.getObject("on_date", LocalDate.class), row.getLong("amount"))))
                .list();
        return pools;
    }

    /** Commitments by id. */
    List<Known> obligations(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("""
                select id, kind, document_no, line_id, source, on_date, amount from office.ledger_entry
                where id in (:ids)""").param("ids", ids).query((row, n) -> known(row)).list();
    }

    private static Known known(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                Move.valueOf(row.getString("kind")),
                row.getString("document_no"),
                row.getObject("line_id", UUID.class),
                Source.valueOf(row.getString("source")),
                row.getObject("on_date", LocalDate.class),
                row.getLong("amount"));
    }

    /** What settled the commitments: payments positive, returns negative; counter entries to the commitment apart. */
    record Settled(UUID obligation, Move kind, LocalDate day, long amount) {}

    List<Settled> settled(Collection<UUID> obligations) {
        if (obligations.isEmpty()) return List.of();
        return db.sql("""
                select obligation_id, kind, on_date, amount from office.ledger_entry
                where obligation_id in (:obligations)""")
                .param("obligations", obligations)
                .query((row, n) -> new Settled(
                        row.getObject("obligation_id", UUID.class),
                        Move.valueOf(row.getString("kind")),
                        row.getObject("on_date", LocalDate.class),
                        row.getLong("amount")))
                .list();
    }
}
