package kr.madang.report.audit;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dogfoot.hwplib.object.HWPFile;
import kr.dogfoot.hwplib.object.bodytext.ParagraphListInterface;
import kr.dogfoot.hwplib.object.bodytext.Section;
import kr.dogfoot.hwplib.object.bodytext.control.ControlTable;
import kr.dogfoot.hwplib.object.bodytext.control.ControlType;
import kr.dogfoot.hwplib.object.bodytext.control.table.Cell;
import kr.dogfoot.hwplib.object.bodytext.paragraph.Paragraph;
import kr.dogfoot.hwplib.writer.HWPWriter;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.SectionXMLFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.Table;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tc;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tr;
import kr.dogfoot.hwpxlib.writer.HWPXWriter;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Writes the same lines as an office document of each kind; lines with tabs that follow each other become one table. */
final class Formats {
    private Formats() {}

    /** A paragraph, or the rows of a table. */
    record Part(String text, List<String[]> rows) {}

    static List<Part> parts(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.indexOf('\t') >= 0) {
                rows.add(line.split("\t", -1));
                continue;
            }
            if (!rows.isEmpty()) {
                parts.add(new Part("", rows));
                rows = new ArrayList<>();
            }
            parts.add(new Part(line, List.of()));
        }
        if (!rows.isEmpty()) {
            parts.add(new Part("", rows));
        }
        return parts;
    }

    private static int width(Part part) {
        return part.rows().stream().mapToInt(row -> row.length).max().orElse(0);
    }

    private static String cell(Part part, int row, int column) {
        String[] cells = part.rows().get(row);
        return column < cells.length ? cells[column] : "";
    }

    static byte[] docx(List<String> lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (Part part : parts(lines)) {
                if (part.rows().isEmpty()) {
                    document.createParagraph().createRun().setText(part.text());
                    continue;
                }
                XWPFTable table = document.createTable(part.rows().size(), width(part));
                for (int row = 0; row < part.rows().size(); row++) {
                    for (int column = 0; column < width(part); column++) {
                        table.getRow(row).getCell(column).setText(cell(part, row, column));
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    /** Numbers as numbers with the format a clerk would choose, words as words. */
    static byte[] xlsx(List<String> lines) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet("보고");
            var whole = book.createCellStyle();
            whole.setDataFormat(book.createDataFormat().getFormat("#,##0;\"△\"#,##0"));
            var tenth = book.createCellStyle();
            tenth.setDataFormat(book.createDataFormat().getFormat("0.0"));
            int number = 0;
            for (String line : lines) {
                XSSFRow row = sheet.createRow(number++);
                String[] cells = line.split("\t", -1);
                for (int column = 0; column < cells.length; column++) {
                    String text = cells[column];
                    var cell = row.createCell(column);
                    if (cells.length > 1 && text.matches("△?[\\d,]+(\\.\\d)?")) {
                        double value = Double.parseDouble(text.replace(",", "").replace('△', '-'));
                        cell.setCellValue(value);
                        cell.setCellStyle(text.contains(".") ? tenth : whole);
                    } else if (!text.isEmpty()) {
                        cell.setCellValue(text);
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    static byte[] hwpx(List<String> lines) throws Exception {
        HWPXFile file = kr.dogfoot.hwpxlib.tool.blankfilemaker.BlankFileMaker.make();
        SectionXMLFile section = file.sectionXMLFileList().get(0);
        for (Part part : parts(lines)) {
            Para para = section.addNewPara();
            blank(para);
            if (part.rows().isEmpty()) {
                para.addNewRun().charPrIDRefAnd("0").addNewT().addText(part.text());
                continue;
            }
            Table table = para.addNewRun().charPrIDRefAnd("0").addNewTable();
            table.rowCntAnd((short) part.rows().size()).colCntAnd((short) width(part));
            for (int row = 0; row < part.rows().size(); row++) {
                Tr tr = table.addNewTr();
                for (int column = 0; column < width(part); column++) {
                    Tc tc = tr.addNewTc();
                    tc.createCellAddr();
                    tc.cellAddr().colAddrAnd((short) column).rowAddrAnd((short) row);
                    tc.createCellSpan();
                    tc.cellSpan().colSpanAnd((short) 1).rowSpanAnd((short) 1);
                    tc.createSubList();
                    Para inner = tc.subList().addNewPara();
                    blank(inner);
                    inner.addNewRun().charPrIDRefAnd("0").addNewT().addText(cell(part, row, column));
                }
            }
        }
        return HWPXWriter.toBytes(file);
    }

    private static void blank(Para para) {
        para.idAnd("0").paraPrIDRefAnd("0").styleIDRefAnd("0");
    }

    static byte[] hwp(List<String> lines) throws Exception {
        HWPFile file = kr.dogfoot.hwplib.tool.blankfilemaker.BlankFileMaker.make();
        Section section = file.getBodyText().getSectionList().get(0);
        for (Part part : parts(lines)) {
            if (part.rows().isEmpty()) {
                paragraph(section, part.text());
            } else {
                table(section, part);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HWPWriter.toStream(file, out);
        return out.toByteArray();
    }

    private static Paragraph paragraph(ParagraphListInterface list, String text) throws IOException {
        Paragraph paragraph = list.addNewParagraph();
        paragraph.getHeader().setLastInList(true);
        paragraph.createText();
        paragraph.getText().addString(text);
        paragraph.createCharShape();
        paragraph.getCharShape().addParaCharShape(0, 0);
        return paragraph;
    }

    private static void table(Section section, Part part) throws IOException {
        Paragraph holder = section.addNewParagraph();
        holder.createText();
        holder.getText().addExtendCharForTable();
        holder.createCharShape();
        holder.getCharShape().addParaCharShape(0, 0);
        ControlTable control = (ControlTable) holder.addNewControl(ControlType.Table);
        control.getTable().setRowCount(part.rows().size());
        control.getTable().setColumnCount(width(part));
        for (int row = 0; row < part.rows().size(); row++) {
            control.getTable().getCellCountOfRowList().add(width(part));
            var line = control.addNewRow();
            for (int column = 0; column < width(part); column++) {
                Cell cell = line.addNewCell();
                cell.getListHeader().setParaCount(1);
                cell.getListHeader().setColIndex(column);
                cell.getListHeader().setRowIndex(row);
                cell.getListHeader().setColSpan(1);
                cell.getListHeader().setRowSpan(1);
                paragraph(cell.getParagraphList(), cell(part, row, column));
            }
        }
    }

    /** A TrueType font with Hangul, if this machine has one. */
    static Optional<File> koreanFont() throws IOException {
        for (Path folder : List.of(
                Path.of("src", "main", "frontend", "node_modules", "pretendard"),
                Path.of("/usr/share/fonts/truetype/nanum"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    Optional<Path> font = files.filter(file ->
                                    file.getFileName().toString().matches("(Pretendard|NanumGothic)(-Regular)?\\.ttf"))
                            .sorted()
                            .findFirst();
                    if (font.isPresent()) {
                        return font.map(Path::toFile);
                    }
                }
            }
        }
        return Optional.empty();
    }

    static byte[] pdf(List<String> lines, File font) throws IOException {
        StringBuilder html = new StringBuilder(
                "<html><head><style>@page{size:A4} body{font-family:K;font-size:10pt}"
                        + " td{border:1px solid black;padding:2px 6px} td+td{text-align:right} table{width:100%}</style></head><body>");
        for (Part part : parts(lines)) {
            if (part.rows().isEmpty()) {
                html.append("<p style='margin:2px;white-space:pre-wrap'>")
                        .append(escaped(part.text()))
                        .append("</p>");
                continue;
            }
            html.append("<table>");
            for (int row = 0; row < part.rows().size(); row++) {
                html.append("<tr>");
                for (int column = 0; column < width(part); column++) {
                    html.append("<td>").append(escaped(cell(part, row, column))).append("</td>");
                }
                html.append("</tr>");
            }
            html.append("</table>");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .withHtmlContent(html.append("</body></html>").toString(), null)
                .useFont(font, "K")
                .toStream(out)
                .run();
        return out.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
