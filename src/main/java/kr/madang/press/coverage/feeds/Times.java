package kr.madang.press.coverage.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** Times as outlets write them (보도 시각 판독); without a zone they mean Seoul. */
final class Times {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter MAIL = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .parseLenient()
            .appendPattern("[EEE, ][EEE,]d MMM yyyy H:mm[:ss] ")
            .appendPattern("[Z][z]")
            .toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter PLAIN =
            new DateTimeFormatterBuilder().appendPattern("yyyy-M-d[ H:mm[:ss]]").toFormatter(Locale.ROOT);

    private Times() {}

    static Optional<Instant> read(String typed) {
        var text = typed.strip().replaceAll("\\s+", " ");
        if (text.isEmpty() || text.length() > 60) return Optional.empty();
        return iso(text).or(() -> mail(text)).or(() -> plain(text));
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(text).atZone(SEOUL).toInstant());
            } catch (DateTimeException f) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Instant> mail(String text) {
        try {
            return Optional.of(OffsetDateTime.from(MAIL.parse(text.replace("KST", "+0900")
                            .replace("GMT", "+0000")
                            .replace("UT", "+0000")
                            .replace("+0000C", "+0000")))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> plain(String text) {
        try {
            var dashed = text.replaceAll("[./]\\s*", "-")
                    .replaceFirst("-(?=\\d{1,2}:)", " ")
                    .replaceFirst("-$", "");
            var found = PLAIN.parseBest(dashed, LocalDateTime::from, LocalDate::from);
            var at = found instanceof LocalDateTime time
                    ? time
                    : LocalDate.from(found).atStartOfDay();
            return Optional.of(at.atZone(SEOUL).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
