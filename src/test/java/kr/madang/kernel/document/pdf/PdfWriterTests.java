package kr.madang.kernel.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.Samples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfWriterTests {

    private static final int BEFORE_PAGE_1 = 2;

    @Test
    void every_line_and_every_row_can_be_copied_out_of_the_file_as_it_was_printed() throws IOException {
        PrintedDocument report = Samples.council();
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(report))) {
            String text =
                    squeeze(text(pdf, BEFORE_PAGE_1 + 1, pdf.getNumberOfPages()).replaceAll("(?m)^- \\d+ -$", ""));
            int from = 0;
            for (String piece : pieces(report)) {
                int at = text.indexOf(squeeze(piece), from);
                assertThat(at)
                        .as("«%s» after «%s»", piece, text.substring(Math.max(0, from - 40), from))
                        .isNotNegative();
                from = at + squeeze(piece).length();
            }
            assertThat(text).contains("△449,172").contains("자료준비중(방미개설)");
        }
    }

    @Test
    void only_the_embedded_typeface_is_used_anywhere() throws IOException {
        for (PrintedDocument report : List.of(Samples.council(), Samples.hostile())) {
            try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(report))) {
                int seen = 0;
                for (PDPage page : pdf.getPages()) {
                    for (COSName name : page.getResources().getFontNames()) {
                        PDFont font = page.getResources().getFont(name);
                        assertThat(font.getName()).matches("[A-Z]{6}\\+Pretendard-(Regular|Bold)");
                        assertThat(font.isEmbedded()).isTrue();
                        seen++;
                    }
                }
                assertThat(seen).isPositive();
            }
        }
    }

    @Test
    void the_contents_print_the_page_on_which_each_heading_stands() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(Samples.council()))) {
            Matcher entry = Pattern.compile("(?m)^(.+?)\\s*\\.{3,}\\s*(\\d+)$").matcher(text(pdf, 2, 2));
            int entries = 0;
            while (entry.find()) {
                int page = Integer.parseInt(entry.group(2)) + BEFORE_PAGE_1;
                assertThat(squeeze(text(pdf, page, page))).contains(squeeze(entry.group(1)));
                assertThat(text(pdf, page, page)).contains("- " + entry.group(2) + " -");
                entries++;
            }
            assertThat(entries).isEqualTo(10);
        }
    }

    @Test
    void bookmarks_nest_like_the_headings() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(Samples.council()))) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem chapter :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(chapter.getTitle());
                chapter.children().forEach(task -> titles.add("  " + task.getTitle()));
                assertThat(chapter.findDestinationPage(pdf)).isNotNull();
            }
            assertThat(titles)
                    .containsExactly(
                            "Ⅰ. 일반현황",
                            "  1 조 직",
                            "  2 인 력",
                            "  3 인력(2013년 양식)",
                            "  4 주요시설 및 장비",
                            "  5 예산현황",
                            "  6 예산현황(전년도 대비)",
                            "Ⅱ. 주요업무 추진실적",
                            "  1 홍보기능 강화를 통한 구 이미지 제고",
                            "  2 다양한 소통채널을 활용한 맞춤형 구정 홍보");
        }
    }

    @Test
    void the_heads_of_a_long_table_come_again_on_every_page() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(Samples.council()))) {
            int pages = 0;
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String text = squeeze(text(pdf, page, page));
                if (Pattern.compile("20\\d\\d\\.\\d+\\.\\d{2,3}\\d\\d,\\d{3}")
                        .matcher(text)
                        .find()) {
                    assertThat(text).contains("구분게시구독자전월대비");
                    pages++;
                }
            }
            assertThat(pages).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void the_file_says_its_title_its_language_and_its_structure() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(Samples.council()))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("2023년 주요업무 보고");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("홍보미디어과");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ko-KR");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
        }
    }

    @Test
    void equal_reports_give_equal_bytes_in_every_zone_language_and_thread() throws Exception {
        byte[] first = PdfWriter.write(Samples.council());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try (var threads = Executors.newFixedThreadPool(3)) {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Callable<byte[]> write = () -> PdfWriter.write(Samples.council());
            for (Future<byte[]> written : threads.invokeAll(List.of(write, write, write))) {
                assertThat(written.get()).isEqualTo(first);
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static List<String> pieces(PrintedDocument report) {
        List<String> pieces = new ArrayList<>();
        for (Block block : report.blocks()) {
            switch (block) {
                case Block.Heading heading -> pieces.add(heading.label().replaceFirst("^\\d+ ", ""));
                case Block.Lead lead -> pieces.add(Inline.printed(lead.content()));
                case Block.Line line -> pieces.add(line.marker().sign() + Inline.printed(line.content()));
                case Block.Table table ->
                    table.rows()
                            .forEach(row -> pieces.add(row.cells().stream()
                                    .map(cell -> Inline.printed(cell.content()))
                                    .collect(Collectors.joining())));
                case Block.Picture picture -> {}
                case Block.PageBreak pageBreak -> {}
            }
        }
        return pieces;
    }

    private static String text(PDDocument pdf, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(pdf);
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }
}
