package kr.madang.notices.carriers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import kr.madang.notices.carriers.Parcel;
import org.junit.jupiter.api.Test;

/** A letter as mail programs read it. */
class LetterTests {
    private static final Instant AT = Instant.parse("2026-11-22T03:04:05Z");

    private static MimeMessage read(Parcel parcel) throws Exception {
        var letter = new Letter(Post.settings(25), parcel, AT);
        var bytes = letter.bytes(Letter.recipient(parcel).orElseThrow());
        for (var line : new String(bytes, StandardCharsets.UTF_8).split("\r\n", -1)) {
            assertThat(line.length()).isLessThanOrEqualTo(998);
            assertThat(line).doesNotStartWith(".").doesNotContain("\n").doesNotContain("\r");
        }
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String part(MimeMessage message, int which) throws Exception {
        return (String)
                ((MimeMultipart) message.getContent()).getBodyPart(which).getContent();
    }

    @Test
    void everythingAMailProgramWantsIsThere() throws Exception {
        var message = read(Post.parcel(
                7, "person@home.example", "가을 축제 안내", "첫 줄\n둘째 줄\n\nhttps://office.example/a?b=1&c=2 에서 신청"));
        assertThat(message.getSubject()).isEqualTo("가을 축제 안내");
        assertThat(message.getFrom()[0]).isEqualTo(new InternetAddress("news@office.example"));
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("가람구청 소식");
        assertThat(message.getAllRecipients()[0].toString()).isEqualTo("person@home.example");
        assertThat(message.getSentDate().toInstant()).isEqualTo(AT);
        var mark = Post.MARKS.mark(Marks.Purpose.BOUNCE, new Parcel.Reference(12, 7, 1));
        assertThat(message.getMessageID()).isEqualTo("<" + mark + "@office.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(message, 0)).isEqualTo("첫 줄\r\n둘째 줄\r\n\r\nhttps://office.example/a?b=1&c=2 에서 신청");
        assertThat(part(message, 1))
                .contains("<p style=\"margin:0 0 16px\">첫 줄<br>")
                .contains("<a href=\"https://office.example/a?b=1&amp;c=2\">");
    }

    @Test
    void oneClickTakesSomebodyOffTheList() throws Exception {
        var message = read(Post.parcel(7));
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var address = message.getHeader("List-Unsubscribe")[0];
        assertThat(address).startsWith("<https://office.example/out/12-7-1-").endsWith(">");
        var slip = address.substring(address.lastIndexOf('/') + 1, address.length() - 1);
        assertThat(Post.MARKS.read(Marks.Purpose.UNSUBSCRIBE, slip)).contains(new Parcel.Reference(12, 7, 1));
        assertThat(Post.MARKS.read(Marks.Purpose.BOUNCE, slip)).isEmpty();
        assertThat(Post.marks("other").read(Marks.Purpose.UNSUBSCRIBE, slip)).isEmpty();
    }

    /** A one-time code or a call-out has no list somebody could leave. */
    @Test
    void aLetterToOnePersonOffersNoListToLeave() throws Exception {
        var listed = Post.parcel(7);
        var message = read(new Parcel(
                listed.reference(), listed.to(), listed.from(), listed.subject(), listed.text(), Parcel.Circle.PERSON));
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(message.getHeader("Precedence")).isNull();
        assertThat(read(listed).getHeader("Precedence")).containsExactly("bulk");
    }

    /** Changing the number must not take off a neighbor. */
    @Test
    void aSlipIsGoodForOneLetterOnly() {
        var slip = Post.MARKS.mark(Marks.Purpose.UNSUBSCRIBE, new Parcel.Reference(12, 7, 1));
        assertThat(Post.MARKS.read(Marks.Purpose.UNSUBSCRIBE, slip.replace("12-7-1", "12-8-1")))
                .isEmpty();
        assertThat(Post.MARKS.read(Marks.Purpose.UNSUBSCRIBE, slip.toUpperCase()))
                .isPresent();
        for (var hostile : new String[] {"", "12-7-1-", "99999999999-1-1-0123456789abcdef", slip + "0", "../" + slip})
            assertThat(Post.MARKS.read(Marks.Purpose.UNSUBSCRIBE, hostile)).isEmpty();
    }

    @Test
    void whatSomebodyWritesStaysWhereItIsWritten() throws Exception {
        var message = read(Post.parcel(
                1,
                "person@home.example",
                "제목\r\nBcc: victim@home.example\r\n\r\n본문",
                "<script>alert(1)</script>\r\n.\r\nMAIL FROM:<x@y>\r\n"));
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("제목 Bcc: victim@home.example 본문");
        assertThat(part(message, 1)).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(part(message, 0)).contains("\r\n.\r\nMAIL FROM:");
    }

    @Test
    void aSubjectThatLooksEncodedIsShownAsItIs() throws Exception {
        assertThat(read(Post.parcel(1, "a@home.example", "=?UTF-8?B?aGFjaw==?=", "본문"))
                        .getSubject())
                .isEqualTo("=?UTF-8?B?aGFjaw==?=");
        var longOne = "가나다라마바사 ".repeat(60).strip();
        assertThat(read(Post.parcel(1, "a@home.example", longOne, "본문")).getSubject())
                .isEqualTo(longOne);
    }

    @Test
    void koreanDomainsAreWrittenAsMailServersWriteThem() {
        assertThat(Letter.recipient(Post.parcel(1, "a@한국.example", "", ""))).contains("a@xn--3e0b707e.example");
    }

    @Test
    void theSameLetterHasTheSameIdAndAnotherAttemptAnother() {
        var settings = Post.settings(25);
        var ids = Arrays.asList(1, 1, 2).stream()
                .map(attempt -> new Letter(
                                settings,
                                new Parcel(new Parcel.Reference(12, 7, attempt), "a@b.example", "", "", "x"),
                                AT)
                        .id())
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }
}
