package kr.madang.kernel.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a long list by key (키셋 쪽 나누기): a page starts after the row the last one ended with, so that rows inserted or removed meanwhile
 * neither repeat nor skip any other, and the thousandth page costs what the first does. The last column of the order must be unique and no
 * column nullable.
 *
 * <pre>{@code
 * static final Keyset<TrailEntry> NEWEST = Keyset.<TrailEntry>of("trail")
 *         .descending("e.at", Instant.class, TrailEntry::at)
 *         .descending("e.id", UUID.class, TrailEntry::id);
 * Slice<TrailEntry> slice = NEWEST.slice(cursor, 50, (where, tail, keys) ->
 *         db.sql("select … where e.room = :room and " + where + tail).param("room", room).params(keys).query(…).list());
 * }</pre>
 */
public final class Keyset<T> {
    private static final int MOST = 1_000;

    /** Reads rows: {@code where} is a condition to add, {@code tail} is order and limit, {@code keys} their parameters. */
    @FunctionalInterface
    public interface Fetch<T> {
        List<T> rows(String where, String tail, Map<String, Object> keys);
    }

    private record Column<T>(String sql, boolean ascending, Function<String, Object> read, Function<T, String> write) {}

    private final String list;
    private final List<Column<T>> columns;

    private Keyset(String list, List<Column<T>> columns) {
        this.list = list;
        this.columns = columns;
    }

    /** @param list name of the list, part of every cursor */
    public static <T> Keyset<T> of(String list) {
        return new Keyset<>(list, List.of());
    }

    /** @param type Instant, LocalDate, UUID, Long, Integer, BigDecimal or String */
    public <V> Keyset<T> ascending(String sql, Class<V> type, Function<T, V> value) {
        return with(sql, true, type, value);
    }

    public <V> Keyset<T> descending(String sql, Class<V> type, Function<T, V> value) {
        return with(sql, false, type, value);
    }

    private <V> Keyset<T> with(String sql, boolean ascending, Class<V> type, Function<T, V> value) {
        var all = new ArrayList<>(columns);
        all.add(new Column<>(
                sql, ascending, reader(type), row -> value.apply(row).toString()));
        return new Keyset<>(list, List.copyOf(all));
    }

    /**
     * One page.
     *
     * @param cursor from the address; empty or null at the beginning
     * @throws Refused {@code kernel.page.cursor} when the cursor is not one of this list
     */
    public Slice<T> slice(@Nullable String cursor, int size, Fetch<T> fetch) {
        if (size < 1 || size > MOST) throw new IllegalArgumentException("page of " + size);
        return slice(Cursor.read(list, cursor == null ? "" : cursor), size, fetch);
    }

    private Slice<T> slice(Cursor cursor, int size, Fetch<T> fetch) {
        // one row more than shown tells whether there is a further page
        var found = fetch.rows(where(cursor), tail(cursor, size + 1), keys(cursor));
        boolean more = found.size() > size;
        var rows = new ArrayList<>(more ? found.subList(0, size) : found);
        if (cursor.forward()) {
            var previous = cursor.atStart() || rows.isEmpty() ? null : text(false, rows.getFirst());
            return new Slice<>(List.copyOf(rows), previous, more ? text(true, rows.getLast()) : null);
        }
        // the rows before run out: show the first page whole instead of a stump
        if (!more && rows.size() < size) return slice(Cursor.START, size, fetch);
        Collections.reverse(rows);
        return new Slice<>(List.copyOf(rows), more ? text(false, rows.getFirst()) : null, text(true, rows.getLast()));
    }

    private String text(boolean forward, T row) {
        return new Cursor(forward, columns.stream().map(c -> c.write.apply(row)).toList()).text(list);
    }

    private String where(Cursor cursor) {
        if (cursor.atStart()) return "true";
        if (columns.stream().map(Column::ascending).distinct().count() == 1) return rowComparison(cursor);
        return mixedComparison(cursor);
    }

    /** {@code (a, b) < (:key0, :key1)}: the form an index on (a, b) serves in one descent. */
    private String rowComparison(Cursor cursor) {
        var left = columns.stream().map(Column::sql).collect(Collectors.joining(", ", "(", ")"));
        return left
                + sign(columns.getFirst(), cursor)
                + String.join(", ", names()).transform(n -> "(" + n + ")");
    }

    /** {@code (a > :key0 or (a = :key0 and b < :key1))}, and on to the right. */
    private String mixedComparison(Cursor cursor) {
        var names = names();
        String condition = "";
        for (int i = columns.size() - 1; i >= 0; i--) {
            var column = columns.get(i);
            var beyond = column.sql() + sign(column, cursor) + names.get(i);
            condition = condition.isEmpty()
                    ? beyond
                    : "(" + beyond + " or (" + column.sql() + " = " + names.get(i) + " and " + condition + "))";
        }
        return condition;
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) names.add(":key" + i);
        return names;
    }

    private static String sign(Column<?> column, Cursor cursor) {
        return column.ascending() == cursor.forward() ? " > " : " < ";
    }

    private String tail(Cursor cursor, int limit) {
        return columns.stream()
                .map(c -> c.sql() + (c.ascending() == cursor.forward() ? " asc" : " desc"))
                .collect(Collectors.joining(", ", " order by ", " limit " + limit));
    }

    private Map<String, Object> keys(Cursor cursor) {
        if (cursor.atStart()) return Map.of();
        if (cursor.key().size() != columns.size()) throw Cursor.unreadable();
        var keys = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columns.size(); i++)
            keys.put("key" + i, value(columns.get(i), cursor.key().get(i)));
        return keys;
    }

    private static Object value(Column<?> column, String text) {
        try {
            return column.read().apply(text);
        } catch (RuntimeException e) {
            throw Cursor.unreadable();
        }
    }

    private static Function<String, Object> reader(Class<?> type) {
        if (type == Instant.class) return Keyset::instant;
        if (type == LocalDate.class) return Keyset::day;
        if (type == UUID.class) return UUID::fromString;
        if (type == Long.class) return Long::valueOf;
        if (type == Integer.class) return Integer::valueOf;
        if (type == BigDecimal.class) return BigDecimal::new;
        if (type == String.class) return Keyset::plain;
        throw new IllegalArgumentException("no cursor over " + type);
    }

    /** The database knows the years this office can have; a made-up cursor may name others. */
    private static Instant instant(String text) {
        var at = Instant.parse(text);
        day(at.toString().substring(0, 10));
        return at;
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) throw Cursor.unreadable();
        return day;
    }

    private static String plain(String text) {
        if (text.indexOf('\0') >= 0) throw Cursor.unreadable();
        return text;
    }
}
