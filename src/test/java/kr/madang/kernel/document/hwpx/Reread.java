package kr.madang.kernel.document.hwpx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.ParaListCore;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Run;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.RunItem;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.T;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.TItem;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.Table;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tc;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.t.NormalText;
import kr.dogfoot.hwpxlib.reader.HWPXReader;

/** A Hangul document as the library on Central reads it: its lines and, as grids, its tables. */
public record Reread(List<String> lines, List<List<List<String>>> tables) {

    /** Covered places of a grid are empty. */
    public static Reread of(byte[] file) throws Exception {
        HWPXFile read = read(file);
        List<String> lines = new ArrayList<>();
        List<List<List<String>>> tables = new ArrayList<>();
        for (Para para : read.sectionXMLFileList().get(0).paras()) {
            StringBuilder line = new StringBuilder();
            for (int run = 0; run < para.countOfRun(); run++) {
                collect(para.getRun(run), line, tables);
            }
            lines.add(line.toString());
        }
        return new Reread(lines, tables);
    }

    static HWPXFile read(byte[] file) throws Exception {
        Path path = Files.createTempFile("reread", ".hwpx");
        try {
            Files.write(path, file);
            return HWPXReader.fromFilepath(path.toString());
        } finally {
            delete(path);
        }
    }

    private static void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    private static void collect(Run run, StringBuilder line, List<List<List<String>>> tables) {
        for (int at = 0; at < run.countOfRunItem(); at++) {
            RunItem item = run.getRunItem(at);
            if (item instanceof T text) {
                line.append(words(text));
            } else if (item instanceof Table table) {
                tables.add(grid(table));
            }
        }
    }

    private static List<List<String>> grid(Table table) {
        List<List<String>> grid = new ArrayList<>();
        for (int row = 0; row < table.rowCnt(); row++) {
            grid.add(new ArrayList<>(Collections.nCopies(table.colCnt(), "")));
        }
        for (int row = 0; row < table.countOfTr(); row++) {
            for (int at = 0; at < table.getTr(row).countOfTc(); at++) {
                Tc cell = table.getTr(row).getTc(at);
                grid.get(cell.cellAddr().rowAddr()).set(cell.cellAddr().colAddr(), words(cell.subList()));
            }
        }
        return grid;
    }

    private static String words(ParaListCore paragraphs) {
        List<String> lines = new ArrayList<>();
        for (Para para : paragraphs.paras()) {
            StringBuilder line = new StringBuilder();
            for (int run = 0; run < para.countOfRun(); run++) {
                for (int at = 0; at < para.getRun(run).countOfRunItem(); at++) {
                    if (para.getRun(run).getRunItem(at) instanceof T text) {
                        line.append(words(text));
                    }
                }
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private static String words(T text) {
        if (text.isOnlyText()) {
            return text.onlyText() == null ? "" : text.onlyText();
        }
        StringBuilder words = new StringBuilder();
        if (text.items() != null) {
            for (TItem item : text.items()) {
                words.append(item instanceof NormalText normal ? normal.text() : "\n");
            }
        }
        return words.toString();
    }
}
