package kr.madang.report.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.madang.report.audit.text.Extracted;
import kr.madang.report.audit.text.Limits;
import kr.madang.report.audit.text.UnreadableDocument;
import kr.madang.report.audit.text.UnreadableDocument.Code;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents made to hurt, broken or locked: each is refused with one Korean sentence, and none hangs or breaks the reader. */
class HostileDocumentTests {
    private static final Limits TIGHT = new Limits(32L << 20, 8L << 20, 2_000_000, 300_000, Duration.ofSeconds(20));
    private static final List<String> LINES = SampleReport.of(1, false).lines();

    @TempDir
    Path folder;

    @Test
    void emptyFileFolderAndMissingFile() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo(Code.EMPTY);
        assertThat(refusal("  \n\n \t".getBytes(UTF_8))).isEqualTo(Code.EMPTY);
        assertThat(refusal(folder)).isEqualTo(Code.DIRECTORY);
        assertThat(refusal(folder.resolve("없음.hwpx"))).isEqualTo(Code.MISSING);
        assertThat(refusal(Files.write(folder.resolve("빈.txt"), new byte[0]))).isEqualTo(Code.EMPTY);
    }

    @Test
    void binaryGarbageIsNoDocument() {
        Random random = new Random(7);
        for (int size : new int[] {1, 7, 100, 5_000, 200_000}) {
            byte[] garbage = new byte[size];
            random.nextBytes(garbage);
            garbage[0] = 0;
            assertThat(refusal(garbage)).isEqualTo(Code.UNKNOWN);
        }
    }

    @Test
    void theContentCountsAndNotTheName() throws Exception {
        Path file = Files.write(folder.resolve("보고.txt"), Formats.docx(LINES));
        assertThat(Audit.read(file, TIGHT).format()).isEqualTo(Extracted.Format.DOCX);
        Path text =
                Files.write(folder.resolve("보고.hwpx"), String.join("\n", LINES).getBytes(UTF_8));
        assertThat(Audit.read(text, TIGHT).format()).isEqualTo(Extracted.Format.TXT);
    }

    @Test
    void aPackedBombIsRefused() throws IOException {
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        for (String name : List.of("Contents/section0.xml", "word/document.xml", "xl/workbook.xml")) {
            byte[] bomb = zip(zip -> {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<a>".getBytes(UTF_8));
                for (int i = 0; i < 64; i++) {
                    zip.write(spaces);
                }
            });
            assertThat(bomb.length).isLessThan(1 << 20);
            assertThat(refusal(bomb)).as(name).isIn(Code.BOMB, Code.DAMAGED);
        }
    }

    @Test
    void aZipOfZipsIsNoDocument() throws IOException {
        byte[] inner = zip(zip -> {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<a/>".getBytes(UTF_8));
        });
        byte[] outer = zip(zip -> {
            zip.putNextEntry(new ZipEntry("보고.docx"));
            zip.write(inner);
        });
        assertThat(refusal(outer)).isEqualTo(Code.UNKNOWN);
    }

    @Test
    void countlessEntriesAreRefused() throws IOException {
        byte[] many = zip(zip -> {
            for (int i = 0; i < 30_000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        });
        assertThat(refusal(many)).isEqualTo(Code.BOMB);
    }

    @Test
    void entitiesAndOutsideDeclarationsAreRefused() throws IOException {
        String laughs = "<!DOCTYPE a [<!ENTITY b \"ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        String remote = "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/evil.dtd\">";
        for (String name : List.of("Contents/section0.xml", "word/document.xml")) {
            for (String head : List.of(laughs, outside, remote)) {
                byte[] file = zip(zip -> {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write((head + "<a><p><t>&c;&b;</t></p></a>").getBytes(UTF_8));
                });
                assertThat(refusal(file)).as(name + head).isEqualTo(Code.HOSTILE);
            }
        }
    }

    @Test
    void tablesInTablesInTablesAreRefused() throws IOException {
        byte[] deep = zip(zip -> {
            zip.putNextEntry(new ZipEntry("Contents/section0.xml"));
            zip.write(("<s>" + "<p><run><tbl><tr><tc><subList>".repeat(5_000)).getBytes(UTF_8));
        });
        assertThat(refusal(deep)).isEqualTo(Code.HOSTILE);
    }

    @Test
    void truncatedFilesAreRefused() throws Exception {
        for (byte[] whole :
                List.of(Formats.docx(LINES), Formats.xlsx(LINES), Formats.hwpx(LINES), Formats.hwp(LINES))) {
            for (int part = 1; part < 8; part++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 8);
                assertThat(refusal(cut)).isIn(Code.DAMAGED, Code.UNKNOWN);
            }
        }
    }

    @Test
    void flippedBytesNeverBreakTheReader() throws Exception {
        Random random = new Random(11);
        for (byte[] whole :
                List.of(Formats.docx(LINES), Formats.xlsx(LINES), Formats.hwpx(LINES), Formats.hwp(LINES), pdf(null))) {
            for (int i = 0; i < 60; i++) {
                byte[] bent = whole.clone();
                for (int k = 0; k < 1 + random.nextInt(20); k++) {
                    bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
                }
                Throwable thrown = catchThrowable(() -> Audit.of(Audit.read(bent, TIGHT)));
                if (thrown != null) {
                    assertThat(thrown).isInstanceOf(UnreadableDocument.class);
                    assertThat(((UnreadableDocument) thrown).reason()).matches("(?s).*[가-힣].*\\.");
                }
            }
        }
    }

    @Test
    void lockedFilesSaySo() throws Exception {
        assertThat(refusal(pdf("열쇠"))).isEqualTo(Code.ENCRYPTED);
        assertThat(refusal(lockedXlsx())).isEqualTo(Code.ENCRYPTED);
        byte[] hwp = Formats.hwp(LINES);
        assertThat(refusal(withHwpFlag(hwp, 1 << 1))).isEqualTo(Code.ENCRYPTED);
        assertThat(refusal(withHwpFlag(hwp, 1 << 2))).isEqualTo(Code.ENCRYPTED);
        byte[] hwpx = zip(zip -> {
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            zip.write("<m><file-entry full-path='Contents/section0.xml'><encryption-data/></file-entry></m>"
                    .getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("Contents/section0.xml"));
            zip.write(new byte[] {1, 2, 3, 4});
        });
        assertThat(refusal(hwpx)).isEqualTo(Code.ENCRYPTED);
    }

    @Test
    void aPackedStreamInAPdfIsCountedBeforeItIsTrusted() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < 64; i++) {
                deflate.write(new byte[1 << 20]);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode/Length 99>>\nstream\n".getBytes(UTF_8));
        packed.writeTo(file);
        file.write("\nendstream\nendobj\n".getBytes(UTF_8));
        assertThat(refusal(file.toByteArray())).isEqualTo(Code.BOMB);
    }

    @Test
    void aPackedHwpBodyIsCounted() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            for (int i = 0; i < 64; i++) {
                deflate.write(new byte[1 << 20]);
            }
        }
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(Formats.hwp(LINES)))) {
            var body = (org.apache.poi.poifs.filesystem.DirectoryEntry)
                    files.getRoot().getEntryCaseInsensitive("BodyText");
            body.getEntryCaseInsensitive("Section0").delete();
            body.createDocument("Section0", new ByteArrayInputStream(packed.toByteArray()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            assertThat(refusal(out.toByteArray())).isEqualTo(Code.BOMB);
        }
    }

    @Test
    void aPictureOfAPageHasNoText() throws IOException {
        assertThat(refusal(pdf(null))).isEqualTo(Code.NO_TEXT);
    }

    @Test
    void aHundredThousandRowsAreAuditedOrRefusedButNeverHang() throws Exception {
        StringBuilder text = new StringBuilder("구분\t예산액\t집행액\t집행률(%)\n");
        long budget = 0;
        long spent = 0;
        for (int i = 0; i < 100_000; i++) {
            budget += 1_000 + i;
            spent += 500;
            text.append("사업 ")
                    .append(i)
                    .append('\t')
                    .append(1_000 + i)
                    .append('\t')
                    .append(500)
                    .append('\t')
                    .append(Rate.rounded(java.math.BigDecimal.valueOf(500), java.math.BigDecimal.valueOf(1_000 + i), 1)
                            .toPlainString())
                    .append('\n');
        }
        String total = "합계\t" + budget + "\t" + (spent + 1) + "\t";
        Limits wide = new Limits(64L << 20, 64L << 20, 16_000_000, 1_500_000, Duration.ofSeconds(60));
        List<Finding> findings = Audit.of(Audit.read((text + total + "\n").getBytes(UTF_8), wide));
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().line()).isEqualTo(100_002);
        assertThat(refusal(
                        text.toString().repeat(3).getBytes(UTF_8),
                        new Limits(64L << 20, 64L << 20, 1_000_000, 10, Duration.ofSeconds(20))))
                .isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void longLinesAndManyBracketsDoNotHang() throws Exception {
        String brackets = "664대(" + "가 1, (".repeat(200_000);
        String digits = "1,".repeat(500_000);
        String spaces = "계 " + " ".repeat(300_000) + "1";
        String bars = "|".repeat(300_000);
        String dashes = "○ 합계: 3건\n" + "- 가 1건, 나 2건\n".repeat(20_000);
        for (String text : List.of(brackets, digits, spaces, bars, dashes)) {
            assertThat(Audit.of(Audit.read(text.getBytes(UTF_8), TIGHT))).isNotNull();
        }
    }

    @Test
    void aSlowDocumentIsGivenUp() throws Exception {
        Limits instant = new Limits(64L << 20, 64L << 20, 16_000_000, 1_500_000, Duration.ofMillis(1));
        byte[] slow = Formats.docx(SampleReport.of(2, false).lines().stream()
                .flatMap(line -> List.of(line, line, line).stream())
                .toList());
        assertThat(refusal(slow, instant)).isEqualTo(Code.TOO_SLOW);
    }

    private static byte[] pdf(@org.jspecify.annotations.Nullable String password) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] lockedXlsx() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("열쇠");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(Formats.xlsx(LINES));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] withHwpFlag(byte[] hwp, int flag) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(hwp))) {
            byte[] header = files.createDocumentInputStream("FileHeader").readAllBytes();
            header[36] |= (byte) flag;
            files.getRoot().getEntryCaseInsensitive("FileHeader").delete();
            files.createDocument(new ByteArrayInputStream(header), "FileHeader");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private interface Filler {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Filler filler) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            filler.fill(zip);
        }
        return out.toByteArray();
    }

    private static Code refusal(byte[] bytes) {
        return refusal(bytes, TIGHT);
    }

    private static Code refusal(byte[] bytes, Limits limits) {
        return code(catchThrowable(() -> Audit.read(bytes, limits)));
    }

    private static Code refusal(Path file) {
        return code(catchThrowable(() -> Audit.read(file, TIGHT)));
    }

    private static Code code(Throwable thrown) {
        assertThat(thrown).isInstanceOf(UnreadableDocument.class);
        assertThat(((UnreadableDocument) thrown).reason())
                .matches("(?s).*[가-힣].*\\.")
                .doesNotContain("\n");
        return ((UnreadableDocument) thrown).code();
    }
}
