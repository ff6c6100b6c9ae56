package kr.madang.approvals.desk;

import java.util.ArrayList;
import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of papers that begin or are taken in: one statement for all rows of all tables. */
@Repository
class RowStore {
    private final JdbcClient db;

    RowStore(JdbcClient db) {
        this.db = db;
    }

    /** A paper and the one in its place may come in different statements of the transaction. */
    void defer() {
        db.sql("set constraints all deferred").update();
    }

    void insert(PaperRows rows) {
        var inserts = new ArrayList<String>();
        var texts = new HashMap<String, Object>();
        rows.tables().forEach((table, all) -> {
            if (all.isEmpty()) return;
            texts.put(table, PaperRows.text(all));
            inserts.add(
                    "%1$s as (insert into approvals.%1$s (%2$s) select %2$s from jsonb_populate_recordset(null::approvals.%1$s, :%1$s::jsonb))"
                            .formatted(table, String.join(", ", all.getFirst().keySet())));
        });
        if (inserts.isEmpty()) return;
        db.sql("with " + String.join(", ", inserts) + " select 1")
                .params(texts)
                .query(Integer.class)
                .single();
    }

    /** False when the register has begun already. */
    boolean open(String register, String unit, int year, long last) {
        return db.sql("""
                        insert into approvals.register_counter (register, unit, year, last)
                        values (:register, :unit, :year, :last) on conflict do nothing""")
                        .param("register", register)
                        .param("unit", unit)
                        .param("year", year)
                        .param("last", last)
                        .update()
                == 1;
    }
}
