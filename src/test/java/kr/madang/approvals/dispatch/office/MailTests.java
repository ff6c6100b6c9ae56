package kr.madang.approvals.dispatch.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.approvals.dispatch.exchange.Packet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters to residents through real mail servers, good and bad ones. */
class MailTests {
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final AtomicInteger over = new AtomicInteger();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Mail mail(int port) {
        return new Mail("127.0.0.1", port, "", "", "doc@madang.example", false, new OfficeName("마당구청", ""));
    }

    private static Mail.Parcel parcel(Packet.Enclosed... files) {
        return new Mail.Parcel("0190-1", "홍길동", "hong@example.com", "회신 안내", "본문입니다.", List.of(files));
    }

    @Test
    void aLetterArrivesWithTextAndAttachment() throws Exception {
        var file = new Packet.Enclosed("계획서 (최종).txt", "가나다".getBytes(StandardCharsets.UTF_8));
        var outcome = mail(server.getSmtp().getPort()).send(parcel(file), over::incrementAndGet);
        assertThat(outcome.end()).isEqualTo(Mail.Outcome.End.SENT);
        assertThat(over).hasValue(1);
        var got = server.getReceivedMessages();
        assertThat(got).hasSize(1);
        assertThat(got[0].getSubject()).isEqualTo("회신 안내");
        assertThat(got[0].getMessageID()).isEqualTo("<0190-1@madang.example>");
        assertThat(got[0].getFrom()[0].toString()).contains("doc@madang.example");
        var whole = (MimeMultipart) got[0].getContent();
        assertThat(whole.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(whole.getBodyPart(0).getContent().toString()).contains("본문입니다.");
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(
                        whole.getBodyPart(1).getFileName()))
                .isEqualTo("계획서 (최종).txt");
        var bytes = new ByteArrayOutputStream();
        whole.getBodyPart(1).getInputStream().transferTo(bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("가나다");
    }

    @Test
    void aServerThatIsDownIsTriedAgainLater() {
        int port = server.getSmtp().getPort();
        server.stop();
        var outcome = mail(port).send(parcel(), over::incrementAndGet);
        assertThat(outcome.end()).isEqualTo(Mail.Outcome.End.REFUSED_FOR_NOW);
        assertThat(over).as("nothing was handed over").hasValue(0);
    }

    @Test
    void refusalsAreForGoodOrForNow() throws Exception {
        assertThat(against("550 5.1.1 <hong@example.com> unknown\r\n", "250 ok\r\n"))
                .isEqualTo(Mail.Outcome.End.REFUSED_FOR_GOOD);
        assertThat(against("451 later\r\n", "250 ok\r\n")).isEqualTo(Mail.Outcome.End.REFUSED_FOR_NOW);
        assertThat(against("250 ok\r\n", "554 no\r\n")).isEqualTo(Mail.Outcome.End.REFUSED_FOR_GOOD);
        assertThat(against("250 ok\r\n", "452 full\r\n")).isEqualTo(Mail.Outcome.End.REFUSED_FOR_NOW);
        assertThat(against("250 ok\r\n", "250 ok\r\n")).isEqualTo(Mail.Outcome.End.SENT);
    }

    @Test
    void silenceAfterTheLetterLeavesADoubt() throws Exception {
        assertThat(against("250 ok\r\n", "")).isEqualTo(Mail.Outcome.End.UNSURE);
    }

    @Test
    void whatAServerSaysIsKeptWithoutAddresses() throws Exception {
        try (var bad = new Scripted("550 5.1.1 <hong@example.com> unknown\r\n", "250 ok\r\n")) {
            var outcome = mail(bad.port()).send(parcel(), () -> {});
            assertThat(outcome.said()).doesNotContain("hong").contains("unknown");
        }
    }

    @Test
    void addressesAreMasked() {
        assertThat(SealedAddresses.maskedName("홍길동")).isEqualTo("홍*동");
        assertThat(SealedAddresses.maskedName("남궁길동")).isEqualTo("남**동");
        assertThat(SealedAddresses.maskedName("홍길")).isEqualTo("홍*");
        assertThat(SealedAddresses.maskedName("홍")).isEqualTo("홍*");
        assertThat(SealedAddresses.maskedEmail("hong@example.com")).isEqualTo("ho***@example.com");
        assertThat(SealedAddresses.maskedEmail("h@example.com")).isEqualTo("***@example.com");
    }

    private Mail.Outcome.End against(String toRecipient, String toLetter) throws IOException {
        try (var scripted = new Scripted(toRecipient, toLetter)) {
            return mail(scripted.port()).send(parcel(), over::incrementAndGet).end();
        }
    }

    /** A mail server that says what it was told to say to the recipient and to the letter; to silence it adds a hang-up. */
    private static final class Scripted implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final String toRecipient;
        private final String toLetter;

        Scripted(String toRecipient, String toLetter) throws IOException {
            this.toRecipient = toRecipient;
            this.toLetter = toLetter;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept()) {
                var in = new java.io.BufferedReader(
                        new java.io.InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                var out = client.getOutputStream();
                out.write("220 hi\r\n".getBytes(StandardCharsets.US_ASCII));
                boolean letter = false;
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    var said = letter ? line.equals(".") ? toLetter : null : answer(line);
                    if (letter && line.equals(".")) letter = false;
                    else if (line.equals("DATA")) letter = true;
                    if (said == null) continue;
                    if (said.isEmpty()) return;
                    out.write(said.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // the test is over
            }
        }

        private String answer(String line) {
            if (line.startsWith("RCPT")) return toRecipient;
            if (line.equals("DATA")) return "354 go\r\n";
            return line.equals("QUIT") ? "221 bye\r\n" : "250 ok\r\n";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
