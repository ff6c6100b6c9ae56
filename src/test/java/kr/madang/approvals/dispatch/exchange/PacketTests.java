package kr.madang.approvals.dispatch.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.kernel.Refused;
import kr.madang.kernel.crypto.Signer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is written is read as it was; what somebody spoiled is refused with its reason. */
class PacketTests {
    private static final Signer SIGNER = Signer.of(new byte[32]);
    private static final Packet PACKET = new Packet(
            new UUID(1, 2).toString(),
            "마당구청",
            "가람시",
            "홍보미디어과-12",
            LocalDate.of(2026, 11, 22),
            "<협조> & \"요청\" \u0001",
            "요지\n둘째 줄",
            "마당구청장",
            "공개",
            "본문  끝.",
            "<p>본문</p>",
            new byte[] {37, 80},
            new byte[] {80, 75},
            List.of(
                    new Packet.Enclosed("../../etc/passwd", "가나다".getBytes(StandardCharsets.UTF_8)),
                    new Packet.Enclosed("빈 파일.txt", new byte[0])));

    private static byte[] written() {
        return PacketWriter.write(PACKET, m -> SIGNER.sign("t", m)).bytes();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    /** The entries of a package, to be spoiled. */
    private static Map<String, byte[]> entries() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(PacketWriter.CARD, CardXml.write(PACKET).getBytes(StandardCharsets.UTF_8));
        entries.put(PacketWriter.TEXT, "본문".getBytes(StandardCharsets.UTF_8));
        entries.put(PacketWriter.HTML, "본문".getBytes(StandardCharsets.UTF_8));
        entries.put(PacketWriter.path(0), new byte[] {1});
        entries.put(PacketWriter.path(1), new byte[] {2});
        return entries;
    }

    /** A package whose list of checksums is right for whatever it holds. */
    private static byte[] listed(Consumer<Map<String, byte[]>> spoil) {
        var entries = entries();
        spoil.accept(entries);
        var all = new LinkedHashMap<String, byte[]>();
        all.put(PacketWriter.MANIFEST, PacketWriter.manifest(entries).getBytes(StandardCharsets.UTF_8));
        all.put(PacketWriter.SIGNATURE, "x".getBytes(StandardCharsets.UTF_8));
        all.putAll(entries);
        return PacketWriter.zip(all);
    }

    private static void card(Map<String, byte[]> entries, String xml) {
        entries.put(PacketWriter.CARD, xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsRead() {
        var opened = PacketReader.read(written());
        assertThat(opened.packet())
                .usingRecursiveComparison()
                .ignoringFields("title")
                .isEqualTo(PACKET);
        assertThat(opened.packet().title()).isEqualTo("<협조> & \"요청\" \uFFFD");
        assertThat(SIGNER.verifies("t", opened.signed(), opened.signature())).isTrue();
        assertThat(Signer.of(new byte[] {1}).verifies("t", opened.signed(), opened.signature()))
                .isFalse();
    }

    /** As they were written before the letter came along in two more forms. */
    @Test
    void anOldPackageIsReadAndItsSignatureHolds() {
        var old = new Packet(
                PACKET.id(),
                PACKET.from(),
                PACKET.to(),
                PACKET.number(),
                PACKET.day(),
                "협조",
                PACKET.summary(),
                PACKET.sender(),
                PACKET.disclosure(),
                PACKET.text(),
                PACKET.html(),
                new byte[0],
                new byte[0],
                PACKET.files());
        var opened = PacketReader.read(
                PacketWriter.write(old, m -> SIGNER.sign("t", m)).bytes());
        assertThat(new String(opened.signed(), StandardCharsets.UTF_8))
                .doesNotContain("body.pdf", "body.hwpx")
                .contains("body.html");
        assertThat(opened.packet()).usingRecursiveComparison().isEqualTo(old);
        assertThat(SIGNER.verifies("t", opened.signed(), opened.signature())).isTrue();
    }

    @Test
    void theSamePaperMakesTheSameBytes() {
        assertThat(written()).isEqualTo(written());
        assertThat(PacketReader.read(written()).manifest())
                .isEqualTo(PacketWriter.write(PACKET, m -> new byte[32]).manifest());
    }

    @Test
    void aPackageCutOffAnywhereIsRefused() {
        var whole = written();
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PacketReader.read(cut)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aFlippedBitNeverPassesAsContent() {
        var whole = written();
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var spoiled = whole.clone();
            spoiled[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                var opened = PacketReader.read(spoiled);
                // what no checksum covers: times and the signature
                assertThat(opened.packet())
                        .usingRecursiveComparison()
                        .ignoringFields("title")
                        .isEqualTo(PACKET);
            } catch (Refused refused) {
                assertThat(refused.code()).startsWith("approvals.packet.");
            }
        }
    }

    @Test
    void namesThatLeadElsewhereAreRefused() {
        for (var name : List.of(
                "../card.xml",
                "/card.xml",
                "attachments/../card.xml",
                "attachments\\001",
                "C:\\card.xml",
                "CARD.XML",
                "attachments/0001",
                "attachments/",
                "extra"))
            refused("approvals.packet.entry", () -> PacketReader.read(listed(e -> e.put(name, new byte[0]))));
    }

    @Test
    void aNameThatOccursTwiceIsRefused() {
        // the writer of the JDK does not write one twice: two names of one length, and one is renamed in the bytes
        var zip = listed(e -> e.put(PacketWriter.path(9), new byte[] {3}));
        var text = new String(zip, StandardCharsets.ISO_8859_1).replace("attachments/010", "attachments/001");
        refused("approvals.packet.twice", () -> PacketReader.read(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aBombIsDefusedWhileItUnpacks() {
        var bomb = listed(e -> e.put(PacketWriter.path(1), new byte[200_000_000]));
        assertThat(bomb.length).as("small as it came").isLessThan(1_000_000);
        refused("approvals.packet.large", () -> PacketReader.read(bomb));
        refused(
                "approvals.packet.crowded",
                () -> PacketReader.read(listed(e -> {
                    for (int i = 0; i < 400; i++) e.put(PacketWriter.path(i), new byte[0]);
                })));
        refused("approvals.packet.heavy", () -> PacketWriter.write(heavy(), m -> new byte[32]));
    }

    private static Packet heavy() {
        return new Packet(
                "x",
                "a",
                "b",
                "1",
                LocalDate.EPOCH,
                "t",
                "s",
                "n",
                "공개",
                "",
                "",
                new byte[0],
                new byte[0],
                List.of(new Packet.Enclosed("큰 것", new byte[31_000_000])));
    }

    @Test
    void checksumsAreCompared() {
        var entries = entries();
        var all = new LinkedHashMap<String, byte[]>();
        all.put(PacketWriter.MANIFEST, PacketWriter.manifest(entries).getBytes(StandardCharsets.UTF_8));
        all.put(PacketWriter.SIGNATURE, new byte[0]);
        all.putAll(entries);
        all.put(PacketWriter.TEXT, "다른".getBytes(StandardCharsets.UTF_8));
        refused("approvals.packet.altered", () -> PacketReader.read(PacketWriter.zip(all)));
        all.put(PacketWriter.TEXT, "본문".getBytes(StandardCharsets.UTF_8));
        all.remove(PacketWriter.path(1));
        refused("approvals.packet.list", () -> PacketReader.read(PacketWriter.zip(all)));
        refused("approvals.packet.missing", () -> PacketReader.read(listed(e -> e.remove(PacketWriter.HTML))));
    }

    @Test
    void aPoisonedCardIsRefused() {
        var good = CardXml.write(PACKET);
        var entity = good.replace(
                "<madang-document",
                "<!DOCTYPE madang-document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><madang-document");
        refused("approvals.packet.hostile", () -> PacketReader.read(listed(e -> card(e, entity.replace("요지", "&x;")))));
        var laughs = good.replace(
                "<madang-document", "<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><madang-document");
        refused("approvals.packet.hostile", () -> PacketReader.read(listed(e -> card(e, laughs))));
        for (var broken : List.of(
                "",
                "text",
                good.replace("madang-document", "other"),
                good.replace("2026-11-22", "2026-02-30"),
                good.replace("<id>", "<id><b/>"),
                good.replace("<to>", "<id>x</id><to>"),
                good.replace("홍보미디어과-12", "9".repeat(200)),
                good.replace("<attachment>빈 파일.txt</attachment>", "")))
            refused("approvals.packet.card", () -> PacketReader.read(listed(e -> card(e, broken))));
    }

    @Test
    void rubbishIsNoPackage() {
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            var rubbish = new byte[random.nextInt(2_000)];
            random.nextBytes(rubbish);
            assertThatThrownBy(() -> PacketReader.read(rubbish)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void slipsAreReadBackAndRubbishIsNone() {
        var slip = new Slip("p", "0".repeat(64), "가람시 <총무과>", "총무과-3", Instant.parse("2026-11-22T01:02:03.000004Z"));
        assertThat(Slip.read(slip.write())).isEqualTo(slip);
        for (var rubbish : List.of(
                new byte[0],
                "<a/>".getBytes(StandardCharsets.UTF_8),
                new byte[30_000],
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><madang-arrival>&x;</madang-arrival>"
                        .getBytes(StandardCharsets.UTF_8)))
            refused("approvals.arrival.unreadable", () -> Slip.read(rubbish));
    }
}
