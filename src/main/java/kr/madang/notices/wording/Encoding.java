package kr.madang.notices.wording;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.Refused;

/**
 * How a carrier counts a text (글자 수 세기), which is a matter of its contract and not of the text.
 *
 * @param lineEnd what a new line costs
 */
public record Encoding(Repertoire repertoire, LineEnd lineEnd) {
    /** Bytes of a new line (줄바꿈). */
    public enum LineEnd {
        ONE("\n"),
        TWO("\r\n");

        private final String written;

        LineEnd(String written) {
            this.written = written;
        }
    }

    public static final Encoding USUAL = new Encoding(Repertoire.CP949, LineEnd.ONE);

    /** No carrier takes so long a text; it is only kept from keeping the office busy. */
    public static final int LONGEST = 200_000;

    private static final int PLACES = 200;
    private static final char UNKNOWN = '?';

    /** Bytes on the way to the phone; a character nobody knows travels as a question mark. */
    public int bytes(String text) {
        return weigh(text, 0, text.length());
    }

    private int weigh(String text, int from, int to) {
        int bytes = 0;
        for (int at = from; at < to; ) {
            int c = text.codePointAt(at);
            if (c == '\n' || c == '\r') bytes += lineEnd.written.length();
            else bytes += Math.max(1, repertoire.width(c));
            at += Clusters.pair(text, at) ? 2 : Character.charCount(c);
        }
        return bytes;
    }

    /** What goes to the carrier, byte by byte as {@link #bytes} counts it. */
    public byte[] encode(String text) {
        var out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (c == '\n' || c == '\r') out.append(lineEnd.written);
            else out.append(repertoire.width(c) == 0 ? UNKNOWN : (char) c);
            at += Clusters.pair(text, at) ? 2 : Character.charCount(c);
        }
        return out.toString().getBytes(Repertoire.CHARSET);
    }

    /** Everything there is to know of a text on its way to a phone. */
    public Reading read(String text) {
        var clusters = clusters(text);
        var marks = new ArrayList<Mark>();
        int marked = 0;
        int extended = 0;
        var place = new Place();
        for (int from = 0; from < text.length(); ) {
            int to = clusters.after(from);
            if (to == from + 1 && beyond(text.charAt(from))) extended++;
            if (!shown(text, from, to)) {
                if (marked++ < PLACES) marks.add(Mark.of(text.substring(from, to), from, place, repertoire));
            }
            place.pass(text, from, to);
            from = to;
        }
        return new Reading(bytes(text), place.codePoints, marked, marks, extended);
    }

    /** The text with every plain proposal put in; what has none stays. */
    public String mend(String text) {
        var clusters = clusters(text);
        var out = new StringBuilder(text.length());
        for (int from = 0; from < text.length(); ) {
            int to = clusters.after(from);
            var proposal = shown(text, from, to) ? null : Lookalikes.of(text.substring(from, to), repertoire);
            if (proposal == null) out.append(text, from, to);
            else out.append(proposal);
            from = to;
        }
        return out.toString();
    }

    /**
     * Where to cut so that what stands before takes at most so many bytes.
     *
     * @return an offset that parts no character, not even one made of several
     */
    public int cut(String text, int most) {
        var clusters = clusters(text);
        int bytes = 0;
        for (int from = 0; from < text.length(); ) {
            int to = clusters.after(from);
            bytes += weigh(text, from, to);
            if (bytes > most) return from;
            from = to;
        }
        return text.length();
    }

    /** The parts of a text for a page that paints what phones cannot show. */
    public List<Piece> pieces(String text, Reading reading) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var mark : reading.marks()) {
            if (mark.from() > at) pieces.add(new Piece(text.substring(at, mark.from()), null));
            pieces.add(new Piece(text.substring(mark.from(), mark.to()), mark));
            at = mark.to();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), null));
        return List.copyOf(pieces);
    }

    private static Clusters clusters(String text) {
        if (text.length() > LONGEST) throw Refused.invalid("notices.text.size", LONGEST);
        return new Clusters(text);
    }

    private static boolean beyond(char c) {
        return c >= '가' && c <= '힣' && Repertoire.KS_X_1001.width(c) == 0;
    }

    /** Whether phones show all of it. */
    public boolean shows(String text) {
        return shown(text, 0, text.length());
    }

    private boolean shown(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean lineEnd = c == '\n' || c == '\r';
            if (!lineEnd && (repertoire.width(c) == 0 || Character.isISOControl(c))) return false;
        }
        return true;
    }

    /** Where a walk through a text stands, as people count. */
    static final class Place {
        private int codePoints;
        private int line = 1;
        private int column = 1;

        int codePoint() {
            return codePoints + 1;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }

        private void pass(String text, int from, int to) {
            int passed = text.codePointCount(from, to);
            codePoints += passed;
            char last = text.charAt(to - 1);
            boolean end = last == '\n' || last == '\r';
            line += end ? 1 : 0;
            column = end ? 1 : column + passed;
        }
    }
}
