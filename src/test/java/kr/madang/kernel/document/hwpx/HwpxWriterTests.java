package kr.madang.kernel.document.hwpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import kr.madang.kernel.document.Printed;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HwpxWriterTests {

    @TempDir
    Path folder;

    @Test
    void the_type_of_the_file_stands_first_and_uncompressed() throws IOException {
        byte[] file = HwpxWriter.write(Samples.council());
        String start = new String(file, 0, 60, StandardCharsets.ISO_8859_1);
        assertThat(start.substring(30)).startsWith("mimetypeapplication/hwp+zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
        }
        assertThat(files(file).keySet())
                .contains(
                        "version.xml",
                        "settings.xml",
                        "META-INF/container.xml",
                        "META-INF/manifest.xml",
                        "Contents/content.hpf",
                        "Contents/header.xml",
                        "Contents/section0.xml",
                        "BinData/image1.png");
    }

    @Test
    void every_reference_leads_to_something_and_every_cell_has_a_size() throws Exception {
        for (PrintedDocument report : List.of(Samples.council(), Samples.hostile())) {
            Map<String, byte[]> files = files(HwpxWriter.write(report));
            Document head = parse(files.get("Contents/header.xml"));
            Document body = parse(files.get("Contents/section0.xml"));
            int letters = head.getElementsByTagName("hh:charPr").getLength();
            int paragraphs = head.getElementsByTagName("hh:paraPr").getLength();
            int styles = head.getElementsByTagName("hh:style").getLength();
            int borders = head.getElementsByTagName("hh:borderFill").getLength();
            for (Element run : all(body, "hp:run")) {
                assertThat(number(run, "charPrIDRef")).isBetween(0, letters - 1);
            }
            for (Element paragraph : all(body, "hp:p")) {
                assertThat(number(paragraph, "paraPrIDRef")).isBetween(0, paragraphs - 1);
                assertThat(number(paragraph, "styleIDRef")).isBetween(0, styles - 1);
            }
            for (Element cell : all(body, "hp:tc")) {
                assertThat(number(cell, "borderFillIDRef")).isBetween(1, borders);
                Element size = (Element) cell.getElementsByTagName("hp:cellSz").item(0);
                assertThat(number(size, "width")).isPositive();
                assertThat(number(size, "height")).isPositive();
                assertThat(cell.getElementsByTagName("hp:p").getLength()).isPositive();
            }
            for (Element picture : all(body, "hc:img")) {
                assertThat(files).containsKey("BinData/" + picture.getAttribute("binaryItemIDRef") + ".png");
            }
        }
    }

    @Test
    void the_cells_of_a_table_cover_its_grid_exactly_once() throws Exception {
        for (PrintedDocument report : List.of(Samples.council(), Samples.hostile())) {
            Document body = parse(files(HwpxWriter.write(report)).get("Contents/section0.xml"));
            for (Element table : all(body, "hp:tbl")) {
                boolean[][] covered = new boolean[number(table, "rowCnt")][number(table, "colCnt")];
                for (Element cell : all(table, "hp:tc")) {
                    Element at =
                            (Element) cell.getElementsByTagName("hp:cellAddr").item(0);
                    Element span =
                            (Element) cell.getElementsByTagName("hp:cellSpan").item(0);
                    for (int row = 0; row < number(span, "rowSpan"); row++) {
                        for (int column = 0; column < number(span, "colSpan"); column++) {
                            boolean[] line = covered[number(at, "rowAddr") + row];
                            assertThat(line[number(at, "colAddr") + column]).isFalse();
                            line[number(at, "colAddr") + column] = true;
                        }
                    }
                }
                for (boolean[] line : covered) {
                    assertThat(line).doesNotContain(false);
                }
            }
        }
    }

    @Test
    void styles_page_numbers_and_repeated_heads_are_real() throws Exception {
        Map<String, byte[]> files = files(HwpxWriter.write(Samples.council()));
        Document head = parse(files.get("Contents/header.xml"));
        assertThat(all(head, "hh:style"))
                .extracting(style -> style.getAttribute("name"))
                .contains("바탕글", "개요 1", "개요 4", "개요 5", "개요 6", "개요 7");
        assertThat(all(head, "hh:heading"))
                .filteredOn(heading -> heading.getAttribute("type").equals("OUTLINE"))
                .extracting(heading -> heading.getAttribute("level"))
                .containsExactly("0", "1", "2", "3", "4", "5", "6");
        Document body = parse(files.get("Contents/section0.xml"));
        assertThat(all(body, "hp:pageNum")).hasSize(1);
        assertThat(all(body, "hp:newNum")).hasSize(1);
        assertThat(all(body, "hp:header")).hasSize(1);
        assertThat(all(body, "hp:pageHiding")).hasSize(2);
        Element staffing = all(body, "hp:tbl").getFirst();
        assertThat(staffing.getAttribute("repeatHeader")).isEqualTo("1");
        assertThat(all(staffing, "hp:tc"))
                .filteredOn(cell -> cell.getAttribute("header").equals("1"))
                .hasSize(5 + 14);
    }

    @Test
    void the_library_on_central_reads_the_same_cells() throws Exception {
        for (PrintedDocument report : List.of(Samples.council(), Samples.hostile())) {
            Reread read = Reread.of(HwpxWriter.write(report));
            List<List<List<String>>> withRows = read.tables().stream()
                    .filter(table -> table.size() > 1 || !table.getFirst().equals(List.of("")))
                    .toList();
            assertThat(withRows).isEqualTo(Printed.tables(report));
            assertThat(read.lines()).containsSubsequence(Printed.lines(report));
        }
    }

    @Test
    void two_independent_readers_see_the_same_cells_and_draw_the_same_words() throws Exception {
        Path council = folder.resolve("council.hwpx");
        Path hostile = folder.resolve("hostile.hwpx");
        Files.write(council, HwpxWriter.write(Samples.council()));
        Files.write(hostile, HwpxWriter.write(Samples.hostile()));
        List<IndependentReaders.Verdict> verdicts = IndependentReaders.read(List.of(council, hostile));
        assertThat(verdicts).allMatch(IndependentReaders.Verdict::success);
        assertThat(Printed.squeezed(verdicts.getFirst().tables()))
                .isEqualTo(Printed.squeezed(Printed.tables(Samples.council())));
        assertThat(verdicts.getFirst().pages()).isGreaterThanOrEqualTo(7);
        assertThat(verdicts.getFirst().markdown()).contains("# Ⅰ. 일반현황").contains("## 2 인 력");
        String drawn = Printed.squeezed(verdicts.getFirst().drawn());
        for (String line : Printed.lines(Samples.council())) {
            assertThat(drawn).contains(Printed.squeezed(line));
        }
        for (List<List<String>> table : Printed.tables(Samples.council())) {
            table.forEach(row -> row.forEach(cell -> assertThat(drawn).contains(Printed.squeezed(cell))));
        }
    }

    @Test
    void equal_reports_give_equal_bytes_in_every_zone_and_language() {
        byte[] first = HwpxWriter.write(Samples.council());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(HwpxWriter.write(Samples.council())).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> all(Document document, String name) {
        return list(document.getElementsByTagName(name));
    }

    private static List<Element> all(Element parent, String name) {
        return list(parent.getElementsByTagName(name));
    }

    private static List<Element> list(NodeList nodes) {
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(at -> (Element) nodes.item(at))
                .toList();
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
