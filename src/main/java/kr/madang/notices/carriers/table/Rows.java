package kr.madang.notices.carriers.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.table.TableSettings.Part;

/** All SQL of a relay's tables (테이블 연동 질의). Names come from settings that were looked at; everything else is bound. */
final class Rows {
    private static final int MOST_NAMES = 200;

    /** What the agent wrote. */
    record Told(String reference, String code, Instant at) {}

    private final TableSettings settings;
    private final List<String> fixed;
    private final String insert;

    Rows(TableSettings settings) {
        this.settings = settings;
        fixed = List.copyOf(settings.fixed().keySet());
        insert = insert();
    }

    private String insert() {
        var columns = new ArrayList<String>();
        for (var part : List.of(Part.REFERENCE, Part.TO, Part.FROM, Part.TEXT, Part.SUBJECT, Part.DUE))
            if (!settings.column(part).isEmpty()) columns.add(settings.column(part));
        columns.addAll(fixed);
        var marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return "insert into " + settings.table() + " (" + String.join(", ", columns) + ") values (" + marks + ")";
    }

    // ------------------------------------------------------------------ putting in

    void insert(Connection connection, List<Parcel> parcels, Instant now, int seconds) throws SQLException {
        try (var statement = connection.prepareStatement(insert)) {
            statement.setQueryTimeout(seconds);
            for (var parcel : parcels) {
                bind(statement, parcel, settings.begun(), now);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** A row that says it is finished, so that no agent takes it for a message even where it reads what is not committed. */
    void insertFinished(Connection connection, Parcel parcel, Instant now, int seconds) throws SQLException {
        try (var statement = connection.prepareStatement(insert)) {
            statement.setQueryTimeout(seconds);
            bind(statement, parcel, settings.done(), now);
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, Parcel parcel, String status, Instant now) throws SQLException {
        int at = 0;
        statement.setString(++at, parcel.reference().name());
        statement.setString(++at, parcel.to());
        statement.setString(++at, parcel.from());
        statement.setString(++at, parcel.text());
        if (!settings.column(Part.SUBJECT).isEmpty()) statement.setString(++at, parcel.subject());
        if (!settings.column(Part.DUE).isEmpty()) statement.setTimestamp(++at, Timestamp.from(now), calendar());
        for (var column : fixed) {
            boolean is = column.equals(settings.column(Part.STATUS));
            statement.setString(++at, is ? status : settings.constants().get(column));
        }
    }

    private Calendar calendar() {
        return Calendar.getInstance(TimeZone.getTimeZone(settings.zone()), Locale.ROOT);
    }

    // ------------------------------------------------------------------ looking

    /** Those of the references that are there, wherever the agent has put them by now. */
    Set<String> known(Connection connection, List<String> references, LocalDate today) throws SQLException {
        // first where rows begin: one that is moved meanwhile is found where it went
        var known = new HashSet<>(known(connection, settings.table(), references));
        for (var log : logs(connection, today)) known.addAll(known(connection, log, references));
        return known;
    }

    private Set<String> known(Connection connection, String table, List<String> references) throws SQLException {
        var known = new HashSet<String>();
        for (int from = 0; from < references.size(); from += MOST_NAMES) {
            var some = references.subList(from, Math.min(references.size(), from + MOST_NAMES));
            var reference = settings.column(Part.REFERENCE);
            var marks = some.stream().map(_ -> "?").collect(Collectors.joining(", "));
            try (var statement = connection.prepareStatement(
                    "select " + reference + " from " + table + " where " + reference + " in (" + marks + ")")) {
                for (int i = 0; i < some.size(); i++) statement.setString(i + 1, some.get(i));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) known.add(rows.getString(1).strip());
                }
            }
        }
        return known;
    }

    /** A month's table is made by the agent when it first needs it. */
    List<String> logs(Connection connection, LocalDate today) throws SQLException {
        var there = new ArrayList<String>();
        for (var log : settings.logs(today)) if (exists(connection, log)) there.add(log);
        return there;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        var place = Place.of(connection, table);
        try (var found = connection
                .getMetaData()
                .getTables(connection.getCatalog(), place.schema(), place.pattern(connection), null)) {
            return found.next();
        }
    }

    /** Whether the database itself keeps a reference from standing there twice. */
    boolean unique(Connection connection) throws SQLException {
        var place = Place.of(connection, settings.table());
        var columns = new java.util.TreeMap<String, List<String>>();
        var partial = new HashSet<String>();
        try (var rows = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), place.schema(), place.table(), true, true)) {
            while (rows.next()) {
                var index = rows.getString("INDEX_NAME");
                if (index == null || rows.getString("COLUMN_NAME") == null) continue;
                columns.computeIfAbsent(index, _ -> new ArrayList<>()).add(rows.getString("COLUMN_NAME"));
                if (rows.getString("FILTER_CONDITION") != null) partial.add(index);
            }
        }
        return columns.entrySet().stream()
                .anyMatch(index -> !partial.contains(index.getKey())
                        && index.getValue().size() == 1
                        && index.getValue().getFirst().equalsIgnoreCase(settings.column(Part.REFERENCE)));
    }

    // ------------------------------------------------------------------ results

    /** Finished rows nobody has read, in the order of their references. @param after where the last page ended */
    List<Told> told(Connection connection, String table, String after, int limit, Instant now) throws SQLException {
        var reference = settings.column(Part.REFERENCE);
        var at = settings.column(Part.AT);
        var sql =
                "select " + reference + ", " + settings.column(Part.RESULT) + (at.isEmpty() ? "" : ", " + at) + " from "
                        + table + " where " + settings.column(Part.STATUS) + " = ? and " + settings.column(Part.FETCHED)
                        + " is null and " + reference + " > ? order by " + reference;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setMaxRows(limit);
            statement.setString(1, settings.done());
            statement.setString(2, after);
            try (var rows = statement.executeQuery()) {
                var told = new ArrayList<Told>();
                while (rows.next()) told.add(told(rows, !at.isEmpty(), now));
                return told;
            }
        }
    }

    private Told told(ResultSet row, boolean timed, Instant now) throws SQLException {
        var code = row.getString(2);
        var at = timed ? row.getTimestamp(3, calendar()) : null;
        return new Told(
                row.getString(1).strip(),
                code == null ? "" : code.strip(),
                at == null || at.toInstant().isAfter(now) ? now : at.toInstant());
    }

    void read(Connection connection, String table, List<Told> told) throws SQLException {
        var sql = "update " + table + " set " + settings.column(Part.FETCHED) + " = 'Y' where "
                + settings.column(Part.REFERENCE) + " = ?";
        try (var statement = connection.prepareStatement(sql)) {
            for (var each : told) {
                statement.setString(1, each.reference());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
