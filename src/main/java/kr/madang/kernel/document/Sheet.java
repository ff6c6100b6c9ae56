package kr.madang.kernel.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A document without a cover (낱장 문서), such as an official letter: lines and tables in reading order, each said once, so that every
 * format carries the same words in the same order.
 *
 * @param title what windows and file properties call it
 * @param author who it is from, for the file's properties
 * @param day the day it speaks of; the file's dates come from it, never from the clock
 * @param remark stands at the foot of every page, e.g. that the paper is not approved yet; empty when there is nothing to say
 */
public record Sheet(String title, String author, LocalDate day, String remark, List<Part> parts) {
    /** The most an indentation may be, in quarters of a letter. */
    public static final int DEEPEST = 80;

    public Sheet {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    /**
     * One line as it was written; it may take many on paper.
     *
     * @param label what stands before the words and is set apart from them; empty when nothing does
     * @param indent how far it stands from the left, in quarters of a letter
     * @param hang how much further its second and later lines stand, in quarters of a letter
     */
    public record Line(Style style, String label, String words, int indent, int hang) implements Part {
        public Line {
            label = PlainText.oneLine(label);
            words = PlainText.clean(words).replace('\n', ' ').stripTrailing();
            indent = Math.clamp(indent, 0, DEEPEST);
            hang = Math.clamp(hang, 0, DEEPEST);
        }

        public static Line of(Style style, String words) {
            return new Line(style, "", words, 0, 0);
        }

        /** Label and words in one. */
        public String printed() {
            return label.isEmpty() ? words : label + "  " + words;
        }
    }

    /** A table; {@code ruled} when its cells are drawn with lines. */
    public record Table(Block.Table table, boolean ruled) implements Part {}

    /** A photograph. @param description what it shows, for those who cannot see it */
    public record Picture(Photograph photograph, String description) implements Part {
        private static final int MOST_WIDE = 480;
        private static final int MOST_HIGH = 380;

        public Picture {
            description = PlainText.oneLine(description);
        }

        /** In CSS pixels: most of the text's width, or less than half of the page's height. */
        public int shownWidth() {
            double high = (double) MOST_HIGH * photograph.width() / photograph.height();
            return (int) Math.max(1, Math.min(photograph.width(), Math.min(MOST_WIDE, high)));
        }

        public int shownHeight() {
            return Math.max(1, shownWidth() * photograph.height() / photograph.width());
        }
    }

    /** What a line is for (줄의 구실). */
    public enum Style {
        /** Says what kind of copy this is. */
        NOTE,
        /** The name of the office at the top (행정기관명). */
        MAST,
        /** Receiver and the like (두문). */
        FIELD,
        /** The title of the paper, with a rule beneath. */
        TITLE,
        BODY,
        /** In whose name the paper goes out (발신명의). */
        SENDER,
        /** Numbers and addresses at the end (결문). */
        FOOT
    }

    /** The title in one line; never empty. */
    public String titleLine() {
        var line = PlainText.oneLine(title);
        return line.isEmpty() ? "문서" : line;
    }

    /** All words in reading order, one entry for each line and each cell. */
    public List<String> words() {
        var words = new ArrayList<String>();
        for (var part : parts)
            switch (part) {
                case Line line -> words.add(line.printed());
                case Table table ->
                    Grid.of(table.table())
                            .cells()
                            .forEach(placed ->
                                    words.add(Inline.printed(placed.cell().content())));
                case Picture picture -> {}
            }
        return List.copyOf(words);
    }
}
