package kr.madang.notices.carriers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import kr.madang.notices.carriers.Enclosure;
import kr.madang.notices.carriers.Parcel;
import org.junit.jupiter.api.Test;

/** Files that go with a letter, as mail programs read them. */
class EnclosedLetterTests {
    private static final String NAME = "(보도자료) 영등포구, 여의도 봄꽃축제 “4년 만에” 연다; 최종=확정.hwpx";

    private static MimeMultipart read(List<Enclosure> files) throws Exception {
        var reference = new Parcel.Reference(1_000_000_001, 3, 1);
        var parcel =
                new Parcel(reference, "desk@paper.example", "", "[보도자료] 제목", "본문", Parcel.Circle.PERSON, false, files);
        var bytes = new Letter(Post.settings(25), parcel, Instant.parse("2026-11-22T03:04:05Z")).bytes(parcel.to());
        for (var line : new String(bytes, StandardCharsets.US_ASCII).split("\r\n", -1))
            assertThat(line.length()).isLessThan(200);
        return (MimeMultipart)
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)).getContent();
    }

    @Test
    void theyArriveAsTheyWere() throws Exception {
        var content = new byte[100_001];
        new Random(7).nextBytes(content);
        var whole = read(List.of(
                new Enclosure(NAME, "application/hwp+zip", content),
                new Enclosure("photo.jpg", "image/jpeg", new byte[] {1, 2, 3})));
        assertThat(whole.getCount()).isEqualTo(3);
        assertThat(((MimeMultipart) whole.getBodyPart(0).getContent()).getCount())
                .isEqualTo(2);
        var first = (MimeBodyPart) whole.getBodyPart(1);
        assertThat(MimeUtility.decodeText(first.getFileName())).isEqualTo(NAME);
        assertThat(first.getInputStream().readAllBytes()).isEqualTo(content);
        assertThat(first.getContentType()).startsWith("application/hwp+zip");
        assertThat(whole.getBodyPart(2).getFileName()).isEqualTo("photo.jpg");
    }

    /** A name or a kind that would end its header is only ever a name. */
    @Test
    void noNameWritesAHeader() throws Exception {
        var whole = read(
                List.of(new Enclosure("a\r\nBcc: all@town.example\r\n\r\n.pdf", "a\r\nX-Evil: 1", new byte[] {1})));
        assertThat(whole.getCount()).isEqualTo(2);
        var part = (MimeBodyPart) whole.getBodyPart(1);
        assertThat(part.getHeader("Bcc")).isNull();
        assertThat(part.getHeader("X-Evil")).isNull();
        assertThat(part.getContentType()).startsWith("application/octet-stream");
    }
}
