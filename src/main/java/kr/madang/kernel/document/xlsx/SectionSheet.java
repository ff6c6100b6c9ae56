package kr.madang.kernel.document.xlsx;

import java.util.Arrays;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Drawing;
import kr.madang.kernel.document.Grid;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.pdf.DrawingImage;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One task on one sheet: its heading and lines as rows of text across the sheet, its tables as cells. */
final class SectionSheet {

    private static final int FEWEST_COLUMNS = 4;
    private static final double SHEET_WIDTH = 96;
    private static final int LONG_TABLE = 30;
    private static final short A4 = 9;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final Formulas formulas;
    private int columns = FEWEST_COLUMNS;
    private double width = SHEET_WIDTH;
    private int next;

    SectionSheet(XSSFWorkbook workbook, String name, Styles styles, Formulas formulas) {
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
        this.formulas = formulas;
    }

    void write(PrintedDocument report, XlsxWriter.Section section) {
        layOut(section);
        if (!section.title().isEmpty()) {
            text(section.chapter(), styles.words(10, false, HorizontalAlignment.LEFT, 0), 10);
        }
        String aside = PlainText.oneLine(section.aside());
        String title = section.label() + (aside.isEmpty() ? "" : "   [" + aside + "]");
        text(title, styles.words(14, true, HorizontalAlignment.LEFT, 0), 14);
        section.blocks().forEach(this::write);
        print(report, section);
    }

    private void layOut(XlsxWriter.Section section) {
        double[] widest = new double[FEWEST_COLUMNS];
        for (Block block : section.blocks()) {
            if (block instanceof Block.Table table) {
                Grid grid = Grid.of(table);
                double total = grid.widths().stream().mapToInt(w -> w).sum();
                if (grid.columns() > widest.length) {
                    widest = Arrays.copyOf(widest, grid.columns());
                }
                for (int column = 0; column < grid.columns(); column++) {
                    widest[column] =
                            Math.max(widest[column], SHEET_WIDTH * grid.widths().get(column) / total);
                }
            }
        }
        columns = widest.length;
        width = 0;
        for (int column = 0; column < columns; column++) {
            double characters = Math.clamp(widest[column] == 0 ? SHEET_WIDTH / FEWEST_COLUMNS : widest[column], 6, 80);
            sheet.setColumnWidth(column, (int) (characters * 256));
            width += characters;
        }
        sheet.setDisplayGridlines(false);
    }

    private void write(Block block) {
        switch (block) {
            case Block.Heading heading ->
                text(heading.label(), styles.words(11, true, HorizontalAlignment.LEFT, 0), 11);
            case Block.Lead lead -> text(Inline.printed(lead.content()), styles.lead(), 10);
            case Block.Line line -> line(line);
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.PageBreak pageBreak -> {}
        }
    }

    /** The drawing over rows of its own height, and its description below for those who cannot see it. */
    private void picture(Block.Picture picture) {
        Drawing.of(picture.svg()).ifPresent(drawing -> DrawingImage.png(drawing).ifPresent(png -> {
            XSSFRow row = sheet.createRow(next);
            row.setHeightInPoints((float) Math.min(409, drawing.height() * drawing.onPage() * 0.75 + 6));
            int file = sheet.getWorkbook().addPicture(png, Workbook.PICTURE_TYPE_PNG);
            var anchor = new XSSFClientAnchor(0, 0, 0, 0, 0, next, 1, next + 1);
            XSSFPicture placed = sheet.createDrawingPatriarch().createPicture(anchor, file);
            placed.resize();
            placed.resize(DrawingImage.SCREEN_SCALE);
            placed.getCTPicture().getNvPicPr().getCNvPr().setDescr(PlainText.oneLine(picture.description()));
            next++;
        }));
        text("[그림] " + picture.description(), styles.words(10, false, HorizontalAlignment.LEFT, 0), 10);
    }

    private void line(Block.Line line) {
        boolean outer = line.marker() == Block.Marker.SQUARE;
        int indent =
                switch (line.marker()) {
                    case SQUARE, NOTE, PLAIN -> 0;
                    case CIRCLE -> 1;
                    case DASH -> 2;
                    case DOT -> 3;
                };
        String sign = line.marker().sign();
        text(
                (sign.isEmpty() ? "" : sign + " ") + Inline.printed(line.content()),
                styles.words(outer ? 11 : 10, outer, HorizontalAlignment.LEFT, indent),
                outer ? 11 : 10);
    }

    private void table(Block.Table table) {
        Grid grid = Grid.of(table);
        if (grid.rows().isEmpty()) {
            return;
        }
        String unit = PlainText.oneLine(table.unit());
        text(
                PlainText.oneLine(table.caption()) + (unit.isEmpty() ? "" : "  " + unit),
                styles.words(9, false, HorizontalAlignment.LEFT, 0),
                9);
        Formulas.Area area = new Formulas.Area(next, 0, grid.rows().size(), grid.columns());
        if (grid.rows().size() > LONG_TABLE && grid.headerRows() > 0 && sheet.getPaneInformation() == null) {
            sheet.createFreezePane(0, next + grid.headerRows());
            sheet.setRepeatingRows(new CellRangeAddress(next, next + grid.headerRows() - 1, -1, -1));
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            sheet.createRow(next + row);
        }
        grid.cells().forEach(placed -> cell(placed, area));
        for (int row = 0; row < grid.rows().size(); row++) {
            height(sheet.getRow(next + row), linesOf(grid, row), 10);
        }
        next += grid.rows().size() + 1;
    }

    private void cell(Grid.Placed placed, Formulas.Area area) {
        Block.Cell source = placed.cell();
        var numeric = Cells.numeric(source.content()).filter(found -> styles.hasRoomFor(found.format()));
        boolean gap = source.content().stream().anyMatch(Inline.Gap.class::isInstance);
        XSSFCellStyle style = styles.cell(
                source.align(),
                source.header(),
                gap,
                numeric.map(Cells.Numeric::format).orElse(""));
        int top = area.top() + placed.row();
        int left = area.left() + placed.column();
        for (int row = top; row < top + placed.rowSpan(); row++) {
            for (int column = left; column < left + placed.colSpan(); column++) {
                sheet.getRow(row).createCell(column).setCellStyle(style);
            }
        }
        if (placed.rowSpan() > 1 || placed.colSpan() > 1) {
            merge(top, top + placed.rowSpan() - 1, left, left + placed.colSpan() - 1);
        }
        XSSFCell cell = sheet.getRow(top).getCell(left);
        numeric.ifPresentOrElse(
                found -> {
                    cell.setCellValue(found.value().doubleValue());
                    if (source.formula() != null) {
                        formulas.add(cell, source.formula(), found, area);
                    }
                },
                () -> cell.setCellValue(Cells.fit(Inline.printed(source.content()))));
    }

    /** One row of text across the sheet, high enough for all of its lines. */
    private void text(String words, XSSFCellStyle style, int size) {
        String fitting = Cells.fit(PlainText.clean(words));
        XSSFRow row = sheet.createRow(next);
        for (int column = 0; column < columns; column++) {
            row.createCell(column).setCellStyle(style);
        }
        row.getCell(0).setCellValue(fitting);
        merge(next, next, 0, columns - 1);
        height(row, lines(fitting, width * 10 / size - style.getIndention() * 2), size);
        next++;
    }

    /** The ranges never overlap by construction, so the check, slow on long tables, is left out. */
    private void merge(int top, int bottom, int left, int right) {
        sheet.addMergedRegionUnsafe(new CellRangeAddress(top, bottom, left, right));
    }

    private int linesOf(Grid grid, int row) {
        int most = 1;
        for (Grid.Placed placed : grid.rows().get(row)) {
            double room = 0;
            for (int column = placed.column(); column < placed.column() + placed.colSpan(); column++) {
                room += sheet.getColumnWidth(column) / 256.0;
            }
            int wanted = lines(Inline.printed(placed.cell().content()), room - 1);
            most = Math.max(most, (wanted + placed.rowSpan() - 1) / placed.rowSpan());
        }
        return most;
    }

    /** How many lines the words need; a Hangul syllable is as wide as two digits. */
    private static int lines(String words, double room) {
        int lines = 0;
        for (String line : words.split("\n", -1)) {
            double wide = line.codePoints().mapToDouble(c -> c < 0x1100 ? 1 : 2).sum();
            lines += Math.max(1, (int) Math.ceil(wide / Math.max(2, room)));
        }
        return lines;
    }

    private static void height(XSSFRow row, int lines, int size) {
        row.setHeightInPoints((float) Math.min(409, 6 + lines * size * 1.45));
    }

    private void print(PrintedDocument report, XlsxWriter.Section section) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(A4);
        sheet.getPrintSetup().setLandscape(columns > 14);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getHeader().setLeft(heading(report.title()));
        sheet.getHeader().setRight(heading(section.chapter()));
        sheet.getFooter().setCenter("- &P -");
    }

    /** In a page header the ampersand starts a command. */
    private static String heading(String words) {
        String line = PlainText.oneLine(words).replace("&", "&&");
        return line.length() <= 80 ? line : "";
    }
}
