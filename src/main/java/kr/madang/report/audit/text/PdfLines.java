package kr.madang.report.audit.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.madang.report.audit.text.UnreadableDocument.Code;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Puts the letters of a page back into lines (글줄 맞추기): same height, left to right, a wide gap between two cells as two spaces. */
final class PdfLines extends PDFTextStripper {
    private static final int LETTERS = 400_000;

    private final Draft draft;
    private final List<TextPosition> letters = new ArrayList<>();

    PdfLines(Draft draft) throws IOException {
        this.draft = draft;
        setSortByPosition(true);
    }

    static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;
        private final Code code;

        Stopped(Code code) {
            this.code = code;
        }

        Code code() {
            return code;
        }
    }

    void page(PDDocument document, int page) throws IOException, UnreadableDocument {
        letters.clear();
        setStartPage(page);
        setEndPage(page);
        getText(document);
        write();
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (letters.size() < LETTERS && text.getUnicode() != null) {
            letters.add(text);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new java.util.concurrent.CancellationException("too slow");
        }
    }

    private void write() throws UnreadableDocument {
        letters.sort(Comparator.comparingDouble(PdfLines::base).thenComparingDouble(TextPosition::getXDirAdj));
        List<TextPosition> line = new ArrayList<>();
        double base = Double.NaN;
        double height = 0;
        for (TextPosition letter : letters) {
            boolean same = !line.isEmpty()
                    && Math.abs(base(letter) - base) <= Math.max(1, 0.4 * Math.max(height, size(letter)));
            if (!same && !line.isEmpty()) {
                draft.line(words(line));
                line.clear();
            }
            if (line.isEmpty()) {
                base = base(letter);
                height = size(letter);
            }
            line.add(letter);
        }
        if (!line.isEmpty()) {
            draft.line(words(line));
        }
    }

    private static double base(TextPosition letter) {
        return letter.getYDirAdj();
    }

    private static double size(TextPosition letter) {
        return Math.max(1, letter.getFontSizeInPt());
    }

    private static String words(List<TextPosition> line) {
        line.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
        StringBuilder text = new StringBuilder();
        double end = Double.NaN;
        for (TextPosition letter : line) {
            double start = letter.getXDirAdj();
            double size = size(letter);
            if (!Double.isNaN(end)) {
                double gap = start - end;
                boolean spaced = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
                if (gap > 1.2 * size) {
                    text.append(spaced ? " " : "  ");
                } else if (gap > 0.18 * size && !spaced) {
                    text.append(' ');
                } else if (gap < -0.7 * letter.getWidthDirAdj()
                        && text.toString().endsWith(letter.getUnicode())) {
                    continue; // bold by printing the same letter twice
                }
            }
            // some subset fonts map the space to nothing
            text.append(letter.getUnicode().replaceAll("[\\p{Cntrl}\u00A0]", " "));
            end = Math.max(Double.isNaN(end) ? 0 : end, start + letter.getWidthDirAdj());
        }
        return text.toString().stripTrailing();
    }
}
