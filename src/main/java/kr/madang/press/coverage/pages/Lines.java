package kr.madang.press.coverage.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of a page in the order in which it was set, each with the size of its letters: papers are set article by article. */
final class Lines extends PDFTextStripper {
    /** More than any page of a paper has. */
    private static final int MOST = 100_000;

    /** One line. @param size of most of its letters, in points */
    record Line(String text, float size) {}

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float largest;
    private int letters;

    private Lines() {
        setSortByPosition(false);
        setSuppressDuplicateOverlappingText(true);
    }

    /** @param page from 1 */
    static List<Line> of(PDDocument document, int page) throws IOException {
        var lines = new Lines();
        lines.setStartPage(page);
        lines.setEndPage(page);
        lines.getText(document);
        lines.end();
        return lines.lines;
    }

    @Override
    protected void writeString(String words, List<TextPosition> places) {
        if (letters > MOST) return;
        for (var place : places) largest = Math.max(largest, place.getFontSizeInPt());
        text.append(words);
        letters += words.length();
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        end();
    }

    @Override
    protected void writeParagraphEnd() {
        end();
    }

    private void end() {
        var line = text.toString().strip();
        if (!line.isEmpty()) lines.add(new Line(line, largest));
        text.setLength(0);
        largest = 0;
    }
}
