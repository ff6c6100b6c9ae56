package kr.madang.notices.carriers.table;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the manual of a relay's agent says about its table (테이블 연동 설정). Names stand in statements as they are, so each is a plain
 * identifier and nothing else; they are not quoted, because databases write unquoted names in capitals or small letters, each as it
 * likes, and the manuals rely on that. Everything that is not a name is bound as a value.
 *
 * @param table into which rows are put
 * @param log tables the agent moves finished rows to, with {@code {yyyyMM}} for the month; empty when it moves none
 * @param columns which column plays which part
 * @param constants columns that always hold the same
 * @param done what stands in the status column when the agent has finished
 * @param delivered result codes that mean it reached the phone
 * @param expired result codes that mean it was kept too long
 */
public record TableSettings(
        String url,
        String user,
        String password,
        String table,
        String log,
        Map<Part, String> columns,
        Map<String, String> constants,
        String done,
        Set<String> delivered,
        Set<String> expired,
        ZoneId zone) {
    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_$#]{0,62}";
    private static final Pattern COLUMN = Pattern.compile(IDENTIFIER);
    private static final Pattern NAME = Pattern.compile("(" + IDENTIFIER + "\\.)?" + IDENTIFIER);
    private static final Pattern LOG =
            Pattern.compile("(" + IDENTIFIER + "\\.)?[A-Za-z_][A-Za-z0-9_$#]{0,50}\\{yyyyMM}");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(:\\d{1,5})?";
    private static final String DATABASE = "[A-Za-z0-9_$-]{1,64}";

    /** No parameters: with some drivers they load classes or write files. */
    private static final List<Pattern> ADDRESSES = List.of(
            Pattern.compile("jdbc:(postgresql|mysql|mariadb)://" + HOST + "/" + DATABASE),
            Pattern.compile("jdbc:(oracle|tibero):thin:@//" + HOST + "/" + DATABASE),
            Pattern.compile("jdbc:(oracle|tibero):thin:@" + HOST + ":" + DATABASE),
            Pattern.compile("jdbc:cubrid:" + HOST + ":" + DATABASE + ":::"),
            Pattern.compile("jdbc:sqlserver://" + HOST + ";databaseName=" + DATABASE));

    /** What a column is for. */
    public enum Part {
        /** The office's own name of a message. */
        REFERENCE(true),
        TO(true),
        FROM(true),
        TEXT(true),
        SUBJECT(false),
        /** Where the agent writes how far it is. */
        STATUS(true),
        /** When it should go out; the moment it is put in. */
        DUE(false),
        /** What became of it, in the relay's codes. */
        RESULT(false),
        /** When that was. */
        AT(false),
        /** A spare column in which the office notes that it has read the result. */
        FETCHED(false);

        private final boolean needed;

        Part(boolean needed) {
            this.needed = needed;
        }
    }

    /** @throws IllegalArgumentException when a name is none, or a part is missing that cannot be */
    public TableSettings(
            String url,
            String user,
            String password,
            String table,
            String log,
            Map<String, String> columns,
            Map<String, String> constants,
            String done,
            List<String> delivered,
            List<String> expired,
            ZoneId zone) {
        this(
                url,
                user,
                password,
                table,
                log,
                parts(columns),
                new LinkedHashMap<>(constants),
                done,
                Set.copyOf(delivered),
                Set.copyOf(expired),
                zone);
    }

    public TableSettings {
        if (!address(url)) throw new IllegalArgumentException("no address of a database");
        if (!name(table)) throw new IllegalArgumentException("no name of a table: " + table);
        if (!log.isEmpty() && !LOG.matcher(log).matches())
            throw new IllegalArgumentException("no names of tables: " + log);
        for (var part : Part.values())
            if (part.needed && !columns.containsKey(part)) throw new IllegalArgumentException("no column for " + part);
        if (columns.containsKey(Part.RESULT) != columns.containsKey(Part.FETCHED))
            throw new IllegalArgumentException("results are read only where it can be noted that they were");
        if (!constants.containsKey(columns.get(Part.STATUS)))
            throw new IllegalArgumentException("nothing says what a new row's status is");
        for (var column : columns.values()) mustBeColumn(column);
        for (var column : constants.keySet()) mustBeColumn(column);
    }

    private static void mustBeColumn(String name) {
        if (!COLUMN.matcher(name).matches()) throw new IllegalArgumentException("no name of a column: " + name);
    }

    private static Map<Part, String> parts(Map<String, String> columns) {
        var parts = new EnumMap<Part, String>(Part.class);
        columns.forEach((part, column) -> parts.put(Part.valueOf(part.toUpperCase(Locale.ROOT)), column));
        return parts;
    }

    /** Whether it can be the name of a table, with or without its schema. */
    public static boolean name(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether it is the plain address of a database, without parameters. */
    public static boolean address(String url) {
        return ADDRESSES.stream().anyMatch(form -> form.matcher(url).matches());
    }

    /** Codes as people write them beside each other. */
    public static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Empty when no column plays this part. */
    String column(Part part) {
        return columns.getOrDefault(part, "");
    }

    /** The status of a row nobody has looked at. */
    String begun() {
        return constants.getOrDefault(column(Part.STATUS), "");
    }

    boolean reads() {
        return columns.containsKey(Part.FETCHED);
    }

    /** Where finished rows may lie by now: this month's table and the last one's. */
    List<String> logs(LocalDate today) {
        if (log.isEmpty()) return List.of();
        return List.of(today, today.minusMonths(1)).stream()
                .map(day -> log.replace("{yyyyMM}", MONTH.format(day)))
                .collect(Collectors.toList());
    }

    /** Values that always stand in columns of their own; the first status is one of them. */
    Map<String, String> fixed() {
        var fixed = new LinkedHashMap<String, String>(constants);
        columns.values().forEach(column -> {
            if (!column.equals(column(Part.STATUS))) fixed.remove(column);
        });
        return fixed;
    }

    /** The password does not belong in a log. */
    @Override
    public String toString() {
        return "TableSettings[" + table + "]";
    }
}
