package kr.madang.approvals.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kr.madang.kernel.crypto.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every damage of a package is named. */
class InspectionTests {
    private static final Signer SIGNER = Signer.of(new byte[32]);
    private static final String TEXT = "files/a/000001/text.txt";

    @TempDir
    Path folder;

    private record Named(String path, byte[] bytes) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed() {
        var out = new ByteArrayOutputStream();
        try (var pack = new Pack(out, SIGNER)) {
            pack.add("transfer.json", bytes("{}"));
            pack.add(TEXT, bytes("1. 알림  끝."));
            pack.add("files/a/000001/attachments/01-붙임.hwpx", new ByteArrayInputStream(new byte[300_000]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static List<Named> parts(byte[] zip) throws IOException {
        var parts = new ArrayList<Named>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                parts.add(new Named(entry.getName(), in.readAllBytes()));
        }
        return parts;
    }

    private static byte[] zip(List<Named> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part.path()));
                zip.write(part.bytes());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private Inspection inspect(byte[] zip) throws IOException {
        return inspect(zip, Inspection.Limits.USUAL);
    }

    private Inspection inspect(byte[] zip, Inspection.Limits limits) throws IOException {
        var file = Files.write(folder.resolve("p.zip"), zip);
        return Inspection.of(file, SIGNER, limits);
    }

    private static List<String> told(Inspection found) {
        return found.damages().stream().map(d -> d.kind() + " " + d.path()).toList();
    }

    /** The package with one part in place of another. */
    private static byte[] with(String path, byte[] bytes) throws IOException {
        var parts = parts(packed());
        parts.replaceAll(p -> p.path().equals(path) ? new Named(path, bytes) : p);
        return zip(parts);
    }

    private static byte[] without(String path) throws IOException {
        var parts = parts(packed());
        parts.removeIf(p -> p.path().equals(path));
        return zip(parts);
    }

    private static byte[] plus(String path, String text) throws IOException {
        var parts = parts(packed());
        parts.addFirst(new Named(path, bytes(text)));
        return zip(parts);
    }

    @Test
    void aWholePackageIsSound() throws IOException {
        var found = inspect(packed());
        assertThat(told(found)).isEmpty();
        assertThat(found.parts()).isEqualTo(3);
        assertThat(found.bytes()).isGreaterThan(300_000);
        assertThat(found.signed()).isTrue();
    }

    @Test
    void theSamePartsGiveTheSameBytes() {
        assertThat(packed()).isEqualTo(packed());
    }

    @Test
    void partsThatAreMissingChangedOrAddedAreNamed() throws IOException {
        assertThat(told(inspect(without(TEXT)))).containsExactly("MISSING " + TEXT);
        assertThat(told(inspect(with(TEXT, bytes("1. 알림. 끝."))))).containsExactly("ALTERED " + TEXT);
        assertThat(told(inspect(plus("files/a/000009/text.txt", "덧붙임"))))
                .containsExactly("UNLISTED files/a/000009/text.txt");
    }

    @Test
    void manifestAndSignatureHoldTogether() throws IOException {
        assertThat(told(inspect(without(Pack.MANIFEST)))).containsExactly("MANIFEST ");
        assertThat(told(inspect(without(Pack.SIGNATURE)))).containsExactly("UNSIGNED ");
        assertThat(told(inspect(with(Pack.SIGNATURE, bytes("00"))))).containsExactly("FORGED ");
        assertThat(told(inspect(with(Pack.SIGNATURE, bytes("no hex"))))).containsExactly("FORGED ");
        assertThat(inspect(with(Pack.SIGNATURE, new byte[5_000])).sound()).isFalse();
        assertThat(told(inspect(with(Pack.MANIFEST, bytes("madang-transfer 2\n")))))
                .contains("FORGED ", "LINE 1", "UNLISTED " + TEXT);
    }

    @Test
    void whoChangesAPartAndItsManifestIsFoundByTheSignature() throws IOException {
        var parts = parts(packed());
        var changed = bytes("고친 글  끝.");
        var sum = Pack.line(java.util.HexFormat.of().formatHex(Pack.sha256().digest(changed)), changed.length, TEXT);
        parts.replaceAll(p -> p.path().equals(TEXT) ? new Named(TEXT, changed) : p);
        parts.replaceAll(p -> p.path().equals(Pack.MANIFEST)
                ? new Named(
                        p.path(),
                        bytes(new String(p.bytes(), StandardCharsets.UTF_8).replaceAll("(?m)^.*" + TEXT + "\n", sum)))
                : p);
        var found = inspect(zip(parts));
        assertThat(told(found)).containsExactly("FORGED ");
        assertThat(found.signed()).isFalse();
        assertThat(Inspection.of(
                                Files.write(folder.resolve("q.zip"), packed()),
                                Signer.of(bytes("another office's key, 32 bytes..")))
                        .signed())
                .isFalse();
    }

    @Test
    void linesThatSayNothingSensibleAreNamed() throws IOException {
        var manifest = parts(packed()).stream()
                .filter(p -> p.path().equals(Pack.MANIFEST))
                .findFirst()
                .orElseThrow();
        var text = new String(manifest.bytes(), StandardCharsets.UTF_8);
        for (var line : List.of("", "abc", "0".repeat(64) + " 1 ../../etc/passwd", "0".repeat(64) + " -1 a")) {
            var found = inspect(with(Pack.MANIFEST, bytes(text + line + "\n")));
            assertThat(told(found)).contains("LINE 5", "FORGED ");
        }
        assertThat(told(inspect(with(Pack.MANIFEST, bytes(text.stripTrailing())))))
                .contains("FORGED ");
        assertThat(told(inspect(with(Pack.MANIFEST, new byte[] {-1, -2, 0})))).contains("LINE 1");
    }

    @Test
    void namesThatLeadOutOfThePackageAreNamed() throws IOException {
        for (var path : List.of(
                "../evil.txt",
                "files/../../evil.txt",
                "/etc/passwd",
                "C:/evil.txt",
                "files\\evil.txt",
                "files/./a",
                "a\u202Eb"))
            assertThat(told(inspect(plus(path, "x")))).as(path).contains("SLIP " + path, "UNLISTED " + path);
        for (var path : List.of("../a", "/a", "a//b", "a/", "", "..", "a\nb", Pack.MANIFEST))
            assertThatThrownBy(() -> {
                        try (var pack = new Pack(new ByteArrayOutputStream(), SIGNER)) {
                            pack.add(path, new byte[0]);
                        }
                    })
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThatStandTwiceAreNamed() throws IOException {
        // two names of equal length, made the same afterwards in both places of the ZIP
        var twin = TEXT.replace("000001", "000002");
        var zip = new String(plus(twin, "다른 글"), StandardCharsets.ISO_8859_1)
                .replace(twin, TEXT)
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(told(inspect(zip))).contains("DUPLICATE " + TEXT);
    }

    @Test
    void whatOnlyOneOfTheTwoListsNamesIsNamed() throws IOException {
        var other = TEXT.replace("text", "next");
        var whole = new String(packed(), StandardCharsets.ISO_8859_1);
        int last = whole.lastIndexOf(TEXT);
        var zip = (whole.substring(0, last) + other + whole.substring(last + TEXT.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(told(inspect(zip))).contains("HIDDEN " + TEXT, "HIDDEN " + other);
    }

    @Test
    void bombsAreNotUnfolded() throws IOException {
        var bomb = with(TEXT, new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(told(inspect(bomb))).contains("BOMB " + TEXT);
        var small = new Inspection.Limits(1_000, 10, 1_000);
        assertThat(told(inspect(packed(), small))).hasSize(1).allMatch(d -> d.startsWith("BOMB"));
        assertThat(told(inspect(packed(), new Inspection.Limits(1L << 30, 2, 1_000))))
                .containsExactly("BOMB ");
    }

    @Test
    void whatIsNoPackageIsUnreadable() throws IOException {
        for (var text : List.of("", "아무 글", "PK\u0003\u0004"))
            assertThat(told(inspect(bytes(text)))).containsExactly("UNREADABLE ");
        assertThat(told(Inspection.of(folder.resolve("none.zip"), SIGNER))).containsExactly("UNREADABLE ");
    }

    @Test
    void noFlippedByteAndNoCutGoesUnseen() throws IOException {
        var whole = packed();
        var random = new Random(7);
        var blind = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(whole.length);
            var bad = whole.clone();
            bad[at] ^= (byte) (1 << random.nextInt(8));
            if (inspect(bad).sound() && !sameParts(bad, whole)) blind.put(at, "flipped");
        }
        for (int length = 0; length < whole.length; length += 97)
            if (inspect(java.util.Arrays.copyOf(whole, length)).sound()) blind.put(length, "cut");
        assertThat(blind).isEmpty();
    }

    /** A flipped bit in a time or a flag of the ZIP itself changes no part. */
    private static boolean sameParts(byte[] a, byte[] b) {
        try {
            return contents(a).equals(contents(b));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> contents(byte[] zip) throws IOException {
        var all = new LinkedHashMap<String, String>();
        for (var part : parts(zip)) all.put(part.path(), new String(part.bytes(), StandardCharsets.ISO_8859_1));
        return all;
    }
}
