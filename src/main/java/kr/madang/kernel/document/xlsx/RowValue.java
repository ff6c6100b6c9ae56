package kr.madang.kernel.document.xlsx;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import kr.madang.kernel.document.PlainText;

/** A value of a row as people read it: moments in the office's own time, numbers without an exponent. */
final class RowValue {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private RowValue() {}

    static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Instant moment -> MOMENT.format(moment.atZone(OFFICE));
            case OffsetDateTime moment -> MOMENT.format(moment.atZoneSameInstant(OFFICE));
            case ZonedDateTime moment -> MOMENT.format(moment.withZoneSameInstant(OFFICE));
            case LocalDateTime moment -> MOMENT.format(moment);
            default -> PlainText.clean(value.toString());
        };
    }
}
