package kr.madang.notices.recipients;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Fills the empty registry without carrying its indexes along (색인 없이 채우기): they and the references are taken off, and built at once
 * when everything is in, as the migrations have defined them.
 */
@Repository
class Unburdened {
    private static final String[] TABLES = {"notices.recipient", "notices.contact", "notices.consent"};

    private record Part(String drop, String make) {}

    private final JdbcClient db;

    Unburdened(JdbcClient db) {
        this.db = db;
    }

    boolean empty() {
        return !db.sql("select exists (select from notices.recipient)")
                .query(Boolean.class)
                .single();
    }

    /** In the transaction at hand, alone with the tables. */
    void fill(Runnable work) {
        var parts = parts();
        parts.forEach(part -> db.sql(part.drop()).update());
        work.run();
        parts.reversed().forEach(part -> db.sql(part.make()).update());
    }

    private List<Part> parts() {
        return db.sql("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
                    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                        as make, 1 as turn
                from pg_constraint where contype = 'f' and conrelid = any(:tables::regclass[])
                union all
                select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 2
                from pg_index where indrelid = any(:tables::regclass[])
                    and not exists (select from pg_constraint where conindid = indexrelid)
                order by turn, off""")
                .param("tables", TABLES)
                .query((row, n) -> new Part(row.getString("off"), row.getString("make")))
                .list();
    }
}
