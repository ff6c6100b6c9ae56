package kr.madang.notices.carriers.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.madang.notices.carriers.Receipts.Fate;
import kr.madang.notices.carriers.Receipts.Receipt;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/** Reads receipts in the dialects operators write them (수신 결과 해석). */
final class ReceiptReader {
    private static final Pattern ID = field("id", "\\S{1,64}");
    private static final Pattern STATE = field("stat", "[A-Za-z]{1,12}");
    private static final Pattern ERROR = field("err", "\\S{1,16}");
    private static final Pattern DONE = field("done date", "\\d{10,12}");
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
            .appendPattern("MMddHHmm[ss]")
            .toFormatter(Locale.ROOT);

    private final MessageIds ids;
    private final ZoneId zone;
    private final Clock clock;

    ReceiptReader(MessageIds ids, ZoneId zone, Clock clock) {
        this.ids = ids;
        this.zone = zone;
        this.clock = clock;
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile("(?:^|\\s)" + name + ":(" + value + ")", Pattern.CASE_INSENSITIVE);
    }

    /** Empty for whatever is no receipt, or one that says nothing final. */
    Optional<Receipt> read(DeliverSm pdu) {
        if (!pdu.isSmscDeliveryReceipt()) return Optional.empty();
        var text = new String(pdu.getShortMessage(), StandardCharsets.ISO_8859_1);
        var id = tagged(pdu)
                .map(ids::answered)
                .or(() -> find(ID, text).map(ids::receipted))
                .filter(s -> !s.isEmpty());
        var fate = find(STATE, text)
                .map(s -> s.toUpperCase(Locale.ROOT))
                .flatMap(ReceiptReader::fate)
                .or(() -> state(pdu));
        if (id.isEmpty() || fate.isEmpty()) return Optional.empty();
        return Optional.of(
                new Receipt(id.get(), fate.get(), at(text), find(ERROR, text).orElse("")));
    }

    /** By the standard this is the id of the answer, in the answer's notation. */
    private static Optional<String> tagged(DeliverSm pdu) {
        return Optional.ofNullable(pdu.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.COctetString::getValueAsString)
                .map(String::strip)
                .filter(s -> !s.isEmpty());
    }

    private static Optional<Fate> state(DeliverSm pdu) {
        return Optional.ofNullable(pdu.getOptionalParameter(OptionalParameter.Message_state.class))
                .flatMap(state -> fate(state.getValue()));
    }

    /** The numbers of message_state. */
    static Optional<Fate> fate(int state) {
        return switch (state) {
            case 2 -> Optional.of(Fate.DELIVERED);
            case 3 -> Optional.of(Fate.EXPIRED);
            case 4, 5, 8 -> Optional.of(Fate.FAILED);
            default -> Optional.empty();
        };
    }

    /** ENROUTE and ACCEPTD are not the end; UNKNOWN is no knowledge. */
    private static Optional<Fate> fate(String word) {
        return switch (word) {
            case "DELIVRD" -> Optional.of(Fate.DELIVERED);
            case "EXPIRED" -> Optional.of(Fate.EXPIRED);
            case "UNDELIV", "DELETED", "REJECTD" -> Optional.of(Fate.FAILED);
            default -> Optional.empty();
        };
    }

    private static Optional<String> find(Pattern field, String text) {
        var found = field.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Never later than now, whatever the operator's clock says. */
    private Instant at(String text) {
        var now = clock.instant();
        try {
            var told = find(DONE, text)
                    .map(date -> LocalDateTime.parse(date, DATE).atZone(zone).toInstant());
            return told.filter(at -> at.isBefore(now)).orElse(now);
        } catch (DateTimeException e) {
            return now;
        }
    }
}
