package kr.madang.kernel.crypto;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column whose values lie sealed (암호화 칼럼): each opens in its own row only, and all can be sealed anew after a change of keys.
 *
 * @param table schema-qualified
 * @param key the column its rows go by
 * @param type of the key, as the database names it
 * @param most how many values may be in memory at once
 */
public record SealedColumn(String table, String column, String key, String type, int most) {
    /** Named {@code sealed}, in a table whose rows go by a {@code uuid} named {@code id}. */
    public static SealedColumn of(String table) {
        return new SealedColumn(table, "sealed", "id", "uuid", Integer.MAX_VALUE);
    }

    public SealedColumn named(String name) {
        return new SealedColumn(table, name, key, type, most);
    }

    public SealedColumn keyed(String name, String kind) {
        return new SealedColumn(table, column, name, kind, most);
    }

    /** For values as large as files. */
    public SealedColumn atMost(int values) {
        return new SealedColumn(table, column, key, type, values);
    }

    /** @param row the value of its key */
    public Aad place(Object row) {
        return new Aad(table, column, row.toString());
    }

    /** For the room to hand out as a bean. */
    public Resealable in(JdbcClient db) {
        return new Rows(this, db);
    }

    private record Rows(SealedColumn at, JdbcClient db) implements Resealable {
        @Override
        public String name() {
            return at.table + "." + at.column;
        }

        @Override
        public List<Cell> listOthers(String prefix, int limit) {
            return db.sql("""
                    select %1$s::text as row, %2$s as sealed from %3$s
                    where %2$s is not null and not starts_with(%2$s, :prefix) limit :limit""".formatted(at.key, at.column, at.table))
                    .param("prefix", prefix)
                    .param("limit", Math.min(limit, at.most))
                    .query((row, n) -> new Cell(at.place(row.getString("row")), row.getString("sealed")))
                    .list();
        }

        @Override
        public boolean replace(Cell cell, String resealed) {
            return db.sql("update %3$s set %2$s = :resealed where %1$s = :row::%4$s and %2$s = :sealed"
                                    .formatted(at.key, at.column, at.table, at.type))
                            .param("resealed", resealed)
                            .param("row", cell.place().row())
                            .param("sealed", cell.sealed())
                            .update()
                    == 1;
        }
    }
}
