package kr.madang.kernel.document.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.FixedZip;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.PrintedDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a report as a spreadsheet (엑셀) whose totals and rates are formulas a reader can follow. */
public final class XlsxWriter {

    private XlsxWriter() {}

    /** The file; equal documents give equal bytes. */
    public static byte[] write(PrintedDocument report) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Styles styles = new Styles(workbook);
            Formulas formulas = new Formulas(workbook);
            List<Section> sections = Section.of(report.blocks());
            Cover cover = new Cover(workbook, styles);
            List<String> names = cover.write(report, sections);
            for (int at = 0; at < sections.size(); at++) {
                new SectionSheet(workbook, names.get(at), styles, formulas).write(report, sections.get(at));
            }
            formulas.settle();
            describe(workbook, report);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return FixedZip.rewrite(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of one sheet: a numbered task, or what a chapter says before its first task. */
    record Section(String chapter, String title, String aside, List<Block> blocks) {

        static List<Section> of(List<Block> blocks) {
            List<Section> sections = new ArrayList<>();
            Section current = new Section("", "", "", new ArrayList<>());
            String chapter = "";
            for (Block block : blocks) {
                if (block instanceof Block.Heading heading && heading.level() <= 2) {
                    keep(sections, current);
                    boolean opensChapter = heading.level() <= 1;
                    chapter = opensChapter ? heading.label() : chapter;
                    current = new Section(
                            chapter, opensChapter ? "" : heading.label(), heading.aside(), new ArrayList<>());
                } else if (!(block instanceof Block.PageBreak)) {
                    current.blocks().add(block);
                }
            }
            keep(sections, current);
            return sections;
        }

        /** A chapter that goes straight to its first task needs no sheet; an empty task keeps its own. */
        private static void keep(List<Section> sections, Section section) {
            if (!section.blocks().isEmpty() || !section.title().isEmpty()) {
                sections.add(section);
            }
        }

        String label() {
            return title.isEmpty() ? chapter : title;
        }
    }

    private static void describe(XSSFWorkbook workbook, PrintedDocument report) {
        Date day = Date.from(report.asOf().atStartOfDay(ZoneOffset.UTC).toInstant());
        var core = workbook.getProperties().getCoreProperties();
        core.setTitle(report.titleLine());
        core.setCreator(PlainText.oneLine(report.section()));
        core.setCreated(Optional.of(day));
        core.setModified(Optional.of(day));
    }
}
