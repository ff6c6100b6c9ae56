package kr.madang.approvals.dispatch;

import static kr.madang.approvals.dispatch.DeliveryTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kr.madang.approvals.records.Disclosure;
import org.junit.jupiter.api.Test;

/** How what goes out reads, and to whom it may go. */
class LetterTests {
    private static final Recipient UNIT = new Recipient.Inside("0000002", "디지털정보과");
    private static final Recipient AGENCY = new Recipient.Outside("6110000", "가람시");
    private static final Recipient HOME = new Recipient.Homepage();

    private static Letter letter(List<String> to, boolean separate) {
        return new Letter(
                "마당구청",
                to,
                0,
                separate,
                "<안내> & 협조",
                "1. 알림\n  가. \"따옴\"  끝.",
                "마당구청장",
                SealMark.OMITTED,
                "홍보미디어과-12",
                "",
                LocalDate.of(2026, 11, 22),
                "공개",
                List.of("결재 과장"));
    }

    private static Sending sending(Recipient... to) {
        return new Sending("마당구청장", SealMark.SEAL, false, List.of(to), "");
    }

    @Test
    void severalRecipientsStandInAList() {
        var text = letter(List.of("디지털정보과", "가람시"), false).text();
        assertThat(text)
                .contains("수신  수신자 참조")
                .contains("수신자  디지털정보과, 가람시")
                .contains("시행 홍보미디어과-12 (2026. 11. 22.)  공개")
                .contains("마당구청장  〔관인생략〕");
        assertThat(letter(List.of("가람시"), false).text()).contains("수신  가람시").doesNotContain("수신자");
    }

    @Test
    void aSeparateCopyNamesNobodyElse() {
        var letter = letter(List.of("홍길동", "김철수", "가람시"), true);
        for (int copy = 0; copy < 3; copy++) {
            var mine = letter.copyFor(copy);
            var whole = mine.text() + mine.html();
            for (int other = 0; other < 3; other++)
                if (other == copy) assertThat(whole).contains(letter.to().get(other));
                else assertThat(whole).doesNotContain(letter.to().get(other));
        }
    }

    @Test
    void markupOfTheTextStaysText() {
        var html = letter(List.of("<script>alert(1)</script>"), false).html();
        assertThat(html)
                .doesNotContain("<script>")
                .contains("&lt;안내&gt; &amp; 협조")
                .contains("&quot;따옴&quot;")
                .contains("&nbsp;&nbsp;가.");
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
        refused("approvals.sending.sender", () -> new Sending(" ", SealMark.SEAL, false, List.of(UNIT), ""));
        refused("approvals.sending.sender", () -> new Sending("가\n나", SealMark.SEAL, false, List.of(UNIT), ""));
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
