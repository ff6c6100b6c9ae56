package kr.madang.approvals.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of papers that are taken in together: one statement for all rows of a table. */
@Repository
class BulkStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    BulkStore(JdbcClient db) {
        this.db = db;
    }

    void insert(BulkRows rows) {
        // a paper and the one in its place may come in different batches
        db.sql("set constraints all deferred").update();
        rows.tables().forEach((table, all) -> {
            if (all.isEmpty()) return;
            var columns = String.join(", ", all.getFirst().keySet());
            db.sql(
                            "insert into approvals.%1$s (%2$s) select %2$s from jsonb_populate_recordset(null::approvals.%1$s, :rows::jsonb)"
                                    .formatted(table, columns))
                    .param("rows", JSON.writeValueAsString(all))
                    .update();
        });
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
