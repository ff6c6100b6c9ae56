package kr.madang.office.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes many rows of one table in one statement; column names are the keys. */
final class Sower {
    private final JdbcClient db;
    private final JsonMapper json;

    Sower(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void sow(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) return;
        db.sql("insert into office.%1$s select * from jsonb_populate_recordset(null::office.%1$s, :rows::jsonb)"
                        .formatted(table))
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    /** A row from name, value, name, value …; values may be null. */
    static Map<String, @Nullable Object> row(@Nullable Object... cells) {
        var row = new java.util.LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < cells.length; i += 2) row.put(String.valueOf(cells[i]), text(cells[i + 1]));
        return row;
    }

    private static @Nullable Object text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number n -> n;
            case Boolean b -> b;
            default -> value.toString();
        };
    }
}
