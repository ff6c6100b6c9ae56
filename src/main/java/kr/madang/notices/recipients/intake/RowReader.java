package kr.madang.notices.recipients.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kr.madang.kernel.sheet.SheetReader.Listener;
import kr.madang.kernel.sheet.SheetReader.Row;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Topic;
import kr.madang.notices.recipients.Wish;

/** Reads a file row by row into people who can be taken over and findings about those who cannot; writes nothing. */
final class RowReader implements Listener {
    static final int MOST_FINDINGS = 5_000;

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-./년]?\\s*(\\d{1,2})\\s*[-./월]?\\s*(\\d{1,2})\\s*[.일]?(?:[ T].*)?");
    private static final Set<String> YES = Set.of("y", "yes", "o", "ㅇ", "예", "동의", "동의함", "수신", "true", "1", "v");
    private static final Set<String> NO = Set.of("", "n", "no", "x", "아니오", "아니요", "거부", "미동의", "비동의", "false", "0");

    private final Settings settings;
    private final Columns columns;
    private final Predicate<String> dongs;
    private final LocalDate today;
    private final Map<Address, Integer> seen = new HashMap<>();

    final List<Entry> entries = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Map<String, Integer> counts = new HashMap<>();
    int rows;
    int refused;

    RowReader(Settings settings, Predicate<String> dongs, LocalDate today) {
        this.settings = settings;
        this.columns = settings.columns();
        this.dongs = dongs;
        this.today = today;
    }

    @Override
    public void row(Row row) {
        if (row.line() <= columns.head() || row.isBlank()) return;
        rows++;
        var found = new ArrayList<Finding>();
        var entry = read(row, found);
        if (entry.isPresent()) entries.add(entry.get());
        else refused++;
        found.forEach(this::tell);
    }

    void tell(Finding finding) {
        counts.merge(finding.code(), 1, Integer::sum);
        if (findings.size() < MOST_FINDINGS) findings.add(finding);
    }

    private Optional<Entry> read(Row row, List<Finding> found) {
        for (var at : columns.at().values())
            if (row.cell(at).formula()) return no(row, found, "notices.intake.formula", at + 1);
        var addresses = addresses(row, found);
        if (addresses.isEmpty()) {
            if (found.isEmpty()) return no(row, found, "notices.intake.noaddress");
            return Optional.empty();
        }
        if (columns.has(Field.AGREED) && !yes(row, Field.AGREED, found))
            return no(row, found, "notices.intake.disagreed");
        var given = given(row);
        if (given.isEmpty()) return no(row, found, "notices.intake.day", text(row, Field.GIVEN));
        if (given.get().isAfter(today)) return no(row, found, "notices.intake.future", given.get());
        var source = source(row);
        if (source.isEmpty()) return no(row, found, "notices.intake.source", text(row, Field.SOURCE));
        boolean advertising = columns.has(Field.ADVERTISING) && yes(row, Field.ADVERTISING, found);
        boolean night = columns.has(Field.NIGHT) && yes(row, Field.NIGHT, found);
        if (night && !advertising) found.add(Finding.note(row.line(), "notices.intake.night"));
        var topics = topics(row, found);
        var wish = new Wish(topics.isEmpty(), topics, advertising, night && advertising, true);
        var at = given.get().atStartOfDay(SEOUL).toInstant();
        addresses.forEach(address -> seen.put(address, row.line()));
        return Optional.of(new Entry(row.line(), addresses, about(row, found), wish, source.get(), at));
    }

    private static Optional<Entry> no(Row row, List<Finding> found, String code, Object... args) {
        found.add(Finding.refused(row.line(), code, args));
        return Optional.empty();
    }

    private List<Address> addresses(Row row, List<Finding> found) {
        var addresses = new ArrayList<Address>();
        for (var field : List.of(Field.PHONE, Field.EMAIL)) {
            var text = text(row, field);
            if (text.isEmpty()) continue;
            var channel = field == Field.PHONE ? Channel.SMS : Channel.EMAIL;
            var address = Address.find(channel, text);
            if (address.isEmpty())
                found.add(Finding.refused(
                        row.line(),
                        field == Field.PHONE ? "notices.intake.phone" : "notices.intake.email",
                        Columns.masked(text)));
            else if (seen.containsKey(address.get()))
                found.add(Finding.refused(
                        row.line(), "notices.intake.twice", address.get().masked(), seen.get(address.get())));
            else addresses.add(address.get());
        }
        // whoever is reached another way is taken over all the same
        if (!addresses.isEmpty()) found.replaceAll(f -> new Finding(f.line(), f.code(), f.args(), false));
        return addresses;
    }

    /** What is neither yes nor no counts as no, and is said. */
    private boolean yes(Row row, Field field, List<Finding> found) {
        var text = text(row, field).toLowerCase(java.util.Locale.ROOT);
        if (YES.contains(text)) return true;
        if (!NO.contains(text)) found.add(Finding.note(row.line(), "notices.intake.yesno", Columns.masked(text)));
        return false;
    }

    private Optional<LocalDate> given(Row row) {
        var text = text(row, Field.GIVEN);
        if (text.isEmpty()) return Optional.of(settings.givenOn());
        try {
            if (columns.cell(row, Field.GIVEN).number() && text.matches("\\d{5}(\\.\\d*)?"))
                return Optional.of(EXCEL_ZERO.plusDays(Long.parseLong(text.substring(0, 5))));
            var found = DAY.matcher(text);
            if (!found.matches()) return Optional.empty();
            var day = LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
            return day.getYear() < 1990 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Consent.Source> source(Row row) {
        var text = text(row, Field.SOURCE);
        if (text.isEmpty()) return Optional.of(settings.source());
        return Arrays.stream(Consent.Source.values())
                .filter(Consent.Source::told)
                .filter(s -> s.name().equalsIgnoreCase(text)
                        || Words.find(s.code(), java.util.Locale.KOREAN).equals(text))
                .findFirst();
    }

    private Registry.About about(Row row, List<Finding> found) {
        var dong = text(row, Field.DONG);
        if (!dong.isEmpty() && !dongs.test(dong)) {
            found.add(Finding.note(row.line(), "notices.intake.dong", Columns.masked(dong)));
            dong = "";
        }
        var age = text(row, Field.AGE);
        var band = AgeBand.find(age);
        if (!age.isEmpty() && band.isEmpty())
            found.add(Finding.note(row.line(), "notices.intake.age", Columns.masked(age)));
        return new Registry.About(dong, band.orElse(null));
    }

    private Set<Topic> topics(Row row, List<Finding> found) {
        var topics = EnumSet.noneOf(Topic.class);
        for (var part : text(row, Field.TOPICS).split("[,;/|]")) {
            var word = part.strip();
            if (word.isEmpty()) continue;
            var topic = Arrays.stream(Topic.values())
                    .filter(t -> t.name().equalsIgnoreCase(word)
                            || Words.find(t.code(), java.util.Locale.KOREAN).equals(word))
                    .findFirst();
            if (topic.isPresent()) topics.add(topic.get());
            else found.add(Finding.note(row.line(), "notices.intake.topic", Columns.masked(word)));
        }
        return topics;
    }

    private String text(Row row, Field field) {
        return columns.cell(row, field).text().strip();
    }
}
