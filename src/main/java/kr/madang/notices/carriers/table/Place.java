package kr.madang.notices.carriers.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a table stands, written as the database keeps its names (표 이름). @param schema null when the statement names none */
record Place(@Nullable String schema, String table) {
    static Place of(Connection connection, String name) throws SQLException {
        var kept = kept(connection, name);
        int dot = kept.indexOf('.');
        if (dot >= 0) return new Place(kept.substring(0, dot), kept.substring(dot + 1));
        return new Place(connection.getSchema(), kept);
    }

    private static String kept(Connection connection, String name) throws SQLException {
        var data = connection.getMetaData();
        if (data.storesLowerCaseIdentifiers()) return name.toLowerCase(Locale.ROOT);
        return data.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** The name where a pattern is asked for: its low lines are no wildcards. */
    String pattern(Connection connection) throws SQLException {
        return table.replace("_", connection.getMetaData().getSearchStringEscape() + "_");
    }
}
