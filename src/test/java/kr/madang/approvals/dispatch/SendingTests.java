package kr.madang.approvals.dispatch;

import static kr.madang.approvals.dispatch.DeliveryTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.madang.approvals.records.Disclosure;
import org.junit.jupiter.api.Test;

/** To whom a paper may go, and whom each copy names. */
class SendingTests {
    private static final Recipient UNIT = new Recipient.Inside("0000002", "디지털정보과");
    private static final Recipient AGENCY = new Recipient.Outside("6110000", "가람시");
    private static final Recipient HOME = new Recipient.Homepage();

    private static Sending sending(Recipient... to) {
        return new Sending("", "마당구청장", SealMark.SEAL, false, List.of(to), "");
    }

    @Test
    void severalRecipientsStandInAListAndOneByItsName() {
        var several = new Copy(List.of("디지털정보과", "가람시"), 1, false);
        assertThat(several.receiver()).isEqualTo("수신자 참조");
        assertThat(several.listed()).containsExactly("디지털정보과", "가람시");
        var one = new Copy(List.of("가람시"), 0, false);
        assertThat(one.receiver()).isEqualTo("가람시");
        assertThat(one.listed()).isEmpty();
    }

    @Test
    void aSeparateCopyNamesNobodyElse() {
        var to = List.of("홍길동", "김철수", "가람시");
        for (int place = 0; place < to.size(); place++) {
            var copy = new Copy(to, place, true);
            assertThat(copy.receiver()).isEqualTo(to.get(place));
            assertThat(copy.listed()).isEmpty();
        }
    }

    @Test
    void aResidentMakesEveryCopySeparate() {
        var sending = sending(UNIT, new Recipient.Resident("홍길동", "hong@example.com"));
        assertThat(sending.separate()).isTrue();
        assertThat(sending(UNIT, AGENCY).separate()).isFalse();
        assertThat(sending.recipients().getLast().toString()).doesNotContain("hong");
    }

    @Test
    void aClosedPaperNeverGoesOnTheHomepage() {
        refused("approvals.sending.closed", () -> sending(HOME).suits(Disclosure.closed(List.of(6))));
        sending(HOME).suits(Disclosure.partly(List.of(6), "성명"));
        sending(UNIT, AGENCY).suits(Disclosure.closed(List.of(6)));
    }

    @Test
    void impossibleSendingsAreRefused() {
        refused("approvals.sending.nobody", () -> sending());
        refused("approvals.sending.twice", () -> sending(UNIT, new Recipient.Inside("0000002", "다른 이름")));
        refused(
                "approvals.sending.twice",
                () -> sending(
                        new Recipient.Resident("가", "A@example.com"), new Recipient.Resident("나", "a@example.com")));
        refused("approvals.sending.sender", () -> new Sending("", " ", SealMark.SEAL, false, List.of(UNIT), ""));
        refused("approvals.sending.sender", () -> new Sending("", "가\n나", SealMark.SEAL, false, List.of(UNIT), ""));
        refused("approvals.sending.via", () -> new Sending("가\n나", "구청장", SealMark.SEAL, false, List.of(UNIT), ""));
        refused(
                "approvals.sending.via",
                () -> new Sending("가".repeat(61), "구청장", SealMark.SEAL, false, List.of(UNIT), ""));
        for (var address : List.of(
                "",
                "a",
                "a@b",
                "a b@example.com",
                "a@example.com\nBcc: x@example.com",
                "a@example.com,b@example.com",
                "\"a\"@example.com",
                "<a@example.com>",
                "a@-.com@",
                "a@" + "b".repeat(300) + ".com"))
            refused("approvals.recipient.email", () -> new Recipient.Resident("홍길동", address));
        refused("approvals.recipient.name", () -> new Recipient.Resident("홍\r\n길동", "a@example.com"));
    }
}
