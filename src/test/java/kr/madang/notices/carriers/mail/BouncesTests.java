package kr.madang.notices.carriers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.carriers.Receipts.Fate;
import kr.madang.notices.carriers.Receipts.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back to the bounce address, from mail servers and from anybody else. */
class BouncesTests {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Parcel.Reference REFERENCE = new Parcel.Reference(12, 345, 1);

    @TempDir
    Path maildir;

    private static String address() {
        return "bounce+" + Post.MARKS.mark(Marks.Purpose.BOUNCE, REFERENCE) + "@back.example";
    }

    private static String notice(String to, String action, String status) {
        return """
                Return-Path: <>
                Delivered-To: %s
                Date: Sun, 22 Nov 2026 11:00:00 +0900
                From: MAILER-DAEMON@mail.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: %s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

                --cut
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --cut
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example
                X-Postfix-Queue-ID: 4F2A
                Arrival-Date: Sun, 22 Nov 2026 10:59:00 +0900 (KST)

                Final-Recipient: rfc822; person@home.example
                Original-Recipient: rfc822;person@home.example
                Action: %s
                Status: %s
                Remote-MTA: dns; mx.home.example
                Diagnostic-Code: smtp; 550 5.1.1 <person@home.example>: Recipient
                    address rejected: User unknown

                --cut
                Content-Type: message/rfc822

                Subject: hello

                text
                --cut--
                """.formatted(to, to, action, status).replace("\n", "\r\n");
    }

    private static Optional<Receipt> read(String mail) {
        return new DsnReader(Post.MARKS, CLOCK).read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aNoticeSaysWhatBecameOfALetter() {
        assertThat(read(notice(address(), "failed", "5.1.1")))
                .contains(new Receipt("12-345-1", Fate.FAILED, Instant.parse("2026-11-22T02:00:00Z"), "5.1.1"));
        assertThat(read(notice(address(), "failed", "4.4.7")).map(Receipt::fate))
                .contains(Fate.EXPIRED);
        assertThat(read(notice(address(), "delivered", "2.0.0")).map(Receipt::fate))
                .contains(Fate.DELIVERED);
        assertThat(read(notice(address().toUpperCase(), "Failed", "5.0.0 (unknown)"))
                        .map(Receipt::fate))
                .contains(Fate.FAILED);
    }

    @Test
    void whatSaysNothingFinalChangesNothing() {
        assertThat(read(notice(address(), "delayed", "4.4.1"))).isEmpty();
        assertThat(read(notice(address(), "relayed", "2.0.0"))).isEmpty();
        assertThat(read("To: " + address() + "\r\nSubject: Out of office\r\n\r\nI am away. failed 5.1.1\r\n"))
                .isEmpty();
    }

    /** Anybody can write to the bounce address; nobody can make somebody unreachable by it. */
    @Test
    void noticesOfNoLetterAreNotBelieved() {
        assertThat(read(notice("bounce+12-346-1-0123456789abcdef@back.example", "failed", "5.1.1")))
                .isEmpty();
        assertThat(read(notice(address().replace("12-345-1", "12-346-1"), "failed", "5.1.1")))
                .isEmpty();
        assertThat(read(notice("bounce@back.example", "failed", "5.1.1"))).isEmpty();
        assertThat(read(notice(address(), "failed", "5.1.1").replace("Nov 2026 11:00", "Nov 2036 11:00"))
                        .map(Receipt::at))
                .contains(NOW);
    }

    @Test
    void noBytesAreTooStrange() {
        var random = new Random(20261122);
        var whole = notice(address(), "failed", "5.1.1").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            var bytes = whole.clone();
            for (int n = random.nextInt(40); n >= 0; n--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            var cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            var receipt = new DsnReader(Post.MARKS, CLOCK).read(new ByteArrayInputStream(cut));
            assertThat(receipt.map(Receipt::id)).isIn(Optional.empty(), Optional.of("12-345-1"));
        }
        var deep = new StringBuilder("To: " + address() + "\r\n");
        for (int i = 0; i < 200; i++)
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        assertThat(read(deep.toString())).isEmpty();
    }

    // ------------------------------------------------------------------ the folder

    private void arrive(String name, String mail) throws IOException {
        Files.createDirectories(maildir.resolve("new"));
        Files.createDirectories(maildir.resolve("tmp"));
        var written = Files.writeString(maildir.resolve("tmp").resolve(name), mail);
        Files.move(written, maildir.resolve("new").resolve(name));
    }

    private Bounces open(Receipts receipts) {
        return new Bounces(maildir, Post.MARKS, receipts, CLOCK, Duration.ofMillis(50));
    }

    private List<String> names(String folder) throws IOException {
        if (Files.notExists(maildir.resolve(folder))) return List.of();
        try (var files = Files.list(maildir.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void lettersAreReadOnceAndPutAway() throws IOException {
        var post = new Post();
        arrive("1", notice(address(), "failed", "5.1.1"));
        arrive("2", "Subject: spam\r\n\r\nbuy");
        Files.createSymbolicLink(maildir.resolve("new").resolve("3"), Path.of("/etc/hostname"));
        try (var bounces = open(post)) {
            await().until(() -> names("cur").size() == 3);
            arrive("4", notice(address(), "failed", "5.2.2"));
            await().until(() -> names("cur").size() == 4);
        }
        assertThat(post.received).extracting(Receipt::code).containsExactly("5.1.1", "5.2.2");
        assertThat(names("new")).isEmpty();
    }

    /** What could not be kept is not put away. */
    @Test
    void aNoticeWaitsUntilItIsKept() throws IOException {
        var post = new Post();
        var broken = new boolean[] {true};
        arrive("1", notice(address(), "failed", "5.1.1"));
        Receipts receipts = new Receipts() {
            @Override
            public void received(List<Receipt> told) {
                post.received(told);
                if (broken[0]) throw new IllegalStateException("database is away");
            }

            @Override
            public void late(Parcel.Reference reference, kr.madang.notices.carriers.Answer answer) {}
        };
        try (var bounces = open(receipts)) {
            await().until(() -> post.received.size() > 1);
            assertThat(names("new")).containsExactly("1");
            broken[0] = false;
            await().until(() -> names("cur").size() == 1);
        }
    }
}
