package kr.madang.notices.carriers.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import kr.madang.notices.carriers.Receipts.Fate;
import kr.madang.notices.carriers.Receipts.Receipt;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts in the dialects of operators. */
class ReceiptReaderTests {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final ReceiptReader reader =
            new ReceiptReader(MessageIds.AS_THEY_ARE, ZoneId.of("Asia/Seoul"), Clock.fixed(NOW, ZoneOffset.UTC));

    private static DeliverSm pdu(String text, OptionalParameter... tags) {
        var pdu = new DeliverSm();
        pdu.setSmscDeliveryReceipt();
        pdu.setShortMessage(text.getBytes(StandardCharsets.ISO_8859_1));
        pdu.setOptionalParameters(tags);
        return pdu;
    }

    private Optional<Receipt> read(String text, OptionalParameter... tags) {
        return reader.read(pdu(text, tags));
    }

    @Test
    void readsTheUsualForm() {
        assertThat(read("id:0012 sub:001 dlvrd:001 submit date:2611221058 done date:2611221101 stat:DELIVRD"
                        + " err:000 text:hello"))
                .contains(new Receipt("0012", Fate.DELIVERED, Instant.parse("2026-11-22T02:01:00Z"), "000"));
    }

    @Test
    void readsSecondsOtherOrderAndOtherCase() {
        assertThat(read("STAT:undeliv ERR:027 ID:x-9 done date:261122110130"))
                .contains(new Receipt("x-9", Fate.FAILED, Instant.parse("2026-11-22T02:01:30Z"), "027"));
    }

    @ParameterizedTest
    @CsvSource({"DELIVRD,DELIVERED", "EXPIRED,EXPIRED", "UNDELIV,FAILED", "DELETED,FAILED", "REJECTD,FAILED"})
    void knowsTheEnds(String word, Fate fate) {
        assertThat(read("id:1 stat:" + word)).map(Receipt::fate).contains(fate);
    }

    @ParameterizedTest
    @CsvSource({"ENROUTE", "ACCEPTD", "UNKNOWN", "NONSENSE"})
    void whatIsNoEndIsNoReceipt(String word) {
        assertThat(read("id:1 stat:" + word)).isEmpty();
    }

    @Test
    void believesTheTagsBeforeTheText() {
        assertThat(read("id:wrong stat:DELIVRD", new OptionalParameter.Receipted_message_id("right")))
                .map(Receipt::id)
                .contains("right");
        assertThat(read("", new OptionalParameter.Receipted_message_id("9"), new OptionalParameter.Message_state((byte)
                        3)))
                .contains(new Receipt("9", Fate.EXPIRED, NOW, ""));
    }

    @Test
    void aTimeThatCannotBeIsNow() {
        assertThat(read("id:1 stat:DELIVRD done date:9913994599"))
                .map(Receipt::at)
                .contains(NOW);
        assertThat(read("id:1 stat:DELIVRD done date:2701010000"))
                .map(Receipt::at)
                .contains(NOW);
        assertThat(read("id:1 stat:DELIVRD")).map(Receipt::at).contains(NOW);
    }

    @Test
    void aTextFromAPhoneIsNoReceipt() {
        var pdu = new DeliverSm();
        pdu.setShortMessage("id:1 stat:DELIVRD".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reader.read(pdu)).isEmpty();
    }

    @Test
    void readsAnythingWithoutFailing() {
        var random = new Random(5);
        var pieces = new String[] {
            "id:", "stat:", "DELIVRD", " ", "done date:", "99", ":", "err:", "\0", "é", "1".repeat(300)
        };
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) text.append(pieces[random.nextInt(pieces.length)]);
            read(text.toString()).ifPresent(receipt -> assertThat(receipt.id()).isNotEmpty());
        }
    }
}
