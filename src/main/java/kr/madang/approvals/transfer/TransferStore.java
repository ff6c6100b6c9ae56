package kr.madang.approvals.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.approvals.records.FileCode;
import kr.madang.approvals.records.Retention;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of transfers. */
@Repository
class TransferStore {
    /** A file as the package tells it. */
    record Carried(UUID id, FileCode code, String title, Retention retention, LocalDate closedOn, long papers) {}

    private static final Keyset<Transfer> NEWEST = Keyset.<Transfer>of("transfers")
            .descending("t.made_at", Instant.class, Transfer::madeAt)
            .descending("t.id", UUID.class, Transfer::id);
    private static final String ROW = """
            select t.id, t.unit, t.unit_name, t.year, t.made_at, t.made_by,
                (select count(*) from approvals.transfer_file f where f.transfer = t.id) as files,
                (select count(*) from approvals.transfer_file f join approvals.filed d on d.file = f.file
                    where f.transfer = t.id) as papers
            from approvals.transfer t
            """;

    private final JdbcClient db;

    TransferStore(JdbcClient db) {
        this.db = db;
    }

    Slice<Transfer> page(@Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql(ROW + "where " + where + tail)
                .params(keys)
                .query(TransferStore::transfer)
                .list());
    }

    Optional<Transfer> find(UUID id) {
        return db.sql(ROW + "where t.id = :id")
                .param("id", id)
                .query(TransferStore::transfer)
                .optional();
    }

    boolean anyOpen(String unit, int year) {
        return db.sql("""
                select exists (select from approvals.file
                    where unit = :unit and year = :year and closed_on is null)""")
                .param("unit", unit)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    /** The closed files of the unit and year that no transfer has taken. */
    List<UUID> left(String unit, int year) {
        return db.sql("""
                select f.id from approvals.file f
                where f.unit = :unit and f.year = :year and f.closed_on is not null
                    and not exists (select from approvals.transfer_file t where t.file = f.id)
                order by f.id""")
                .param("unit", unit)
                .param("year", year)
                .query(UUID.class)
                .list();
    }

    /** Everybody who stands on a card of these files. */
    List<UUID> people(List<UUID> files) {
        return db.sql("""
                with d as (select paper from approvals.filed where file = any(:files))
                select drafter from approvals.paper p join d on d.paper = p.id
                union select who from approvals.event e join d on d.paper = e.paper
                union select for_whom from approvals.event e join d on d.paper = e.paper where for_whom is not null
                union select account from approvals.seat s join d on d.paper = s.paper
                union select written_by from approvals.content_version v join d on d.paper = v.paper""")
                .param("files", files.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** @param names as JSON */
    void insert(Transfer transfer, String names, List<UUID> files) {
        db.sql("""
                insert into approvals.transfer (id, unit, unit_name, year, made_at, made_by, names)
                select :id, code, name, :year, :at, :by, :names::jsonb from approvals.unit where code = :unit""")
                .param("id", transfer.id())
                .param("unit", transfer.unit())
                .param("year", transfer.year())
                .param("at", transfer.madeAt())
                .param("by", transfer.madeBy())
                .param("names", names)
                .update();
        db.sql("insert into approvals.transfer_file (file, transfer) select f, :id from unnest(:files::uuid[]) f")
                .param("id", transfer.id())
                .param("files", files.toArray(UUID[]::new))
                .update();
    }

    /** As JSON, as they stood when the transfer was made. */
    String names(UUID transfer) {
        return db.sql("select names::text from approvals.transfer where id = :id")
                .param("id", transfer)
                .query(String.class)
                .single();
    }

    List<Carried> files(UUID transfer) {
        return db.sql("""
                select f.*, (select count(*) from approvals.filed d where d.file = f.id) as papers
                from approvals.file f join approvals.transfer_file t on t.file = f.id
                where t.transfer = :transfer order by f.task, f.serial, f.volume""")
                .param("transfer", transfer)
                .query((row, n) -> new Carried(
                        row.getObject("id", UUID.class),
                        new FileCode(
                                row.getString("unit"),
                                row.getString("task"),
                                row.getInt("year"),
                                row.getInt("serial"),
                                row.getInt("volume")),
                        row.getString("title"),
                        Retention.valueOf(row.getString("retention")),
                        row.getObject("closed_on", LocalDate.class),
                        row.getLong("papers")))
                .list();
    }

    /** The papers of a file in the order of their approval; ids only, so a thick file costs little. */
    List<UUID> papers(UUID file) {
        return db.sql("""
                select p.id from approvals.filed d join approvals.paper p on p.id = d.paper
                where d.file = :file order by p.approved_at, p.id""").param("file", file).query(UUID.class).list();
    }

    /** What is attached to the last version of each paper of the transfer: number of the paper, name, size and hash. */
    void attachments(UUID transfer, Consumer<Attached> taker) {
        var all = db.sql("""
                select coalesce(n.unit_name || '-' || n.serial, '') as number, a.value ->> 'name' as name,
                    (a.value ->> 'size')::bigint as size, a.value ->> 'sha256' as sha256
                from approvals.transfer_file t
                join approvals.filed d on d.file = t.file
                join approvals.paper p on p.id = d.paper
                join approvals.content_version v on v.paper = p.id and v.version = p.version
                left join approvals.register_entry n on n.paper = p.id and n.register = 'PRODUCTION'
                cross join lateral jsonb_array_elements(v.attachments) a
                where t.transfer = :transfer""").param("transfer", transfer).query(Attached.class);
        all.list().forEach(taker);
    }

    record Attached(String number, String name, long size, String sha256) {}

    private static Transfer transfer(ResultSet row, int n) throws SQLException {
        return new Transfer(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getInt("year"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getLong("files"),
                row.getLong("papers"));
    }
}
