package kr.madang.kernel.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** The one typeface of all reports, read once; Korean letters, the marks of the official outline, and nothing from the machine. */
final class Typeface {

    static final String FAMILY = "Pretendard";

    private static final int GSUB = 0x47535542;
    private static final int NONE = 0x6E6F6E65;

    private static final byte[] REGULAR = read("Regular");
    private static final byte[] BOLD = read("Bold");
    private static final Covered COVERED = Covered.of(REGULAR);

    /** What stands for a letter the typeface lacks: the printer's mark for a missing sort, or an empty box. */
    static final int MISSING = COVERED.test(0x3013) ? 0x3013 : COVERED.test(0x25A1) ? 0x25A1 : '?';

    private Typeface() {}

    static InputStream regular() {
        return new ByteArrayInputStream(REGULAR);
    }

    static InputStream bold() {
        return new ByteArrayInputStream(BOLD);
    }

    /** The text with look-alikes for letters the typeface lacks, so that no other typeface slips into the file. */
    static String fit(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x80 || COVERED.test(c)) {
                out.appendCodePoint(c);
            } else if (spelled(c) != null) {
                out.append(spelled(c));
            } else if (!isInvisible(c)) {
                int like = likeness(c);
                out.appendCodePoint(COVERED.test(like) ? like : MISSING);
            }
        });
        return out.toString();
    }

    /** How many letters of the text the typeface lacks. */
    static long missing(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x80
                        && !COVERED.test(c)
                        && !isInvisible(c)
                        && spelled(c) == null
                        && !COVERED.test(likeness(c)))
                .count();
    }

    /** Item marks in a circle (㉮, ㉑) as what stands in the circle between brackets. */
    private static @Nullable String spelled(int c) {
        if (c >= '㉮' && c <= '㉻') return "[" + "가나다라마바사아자차카타파하".charAt(c - '㉮') + "]";
        return c >= '㉑' && c <= '㉟' ? "[" + (c - '㉑' + 21) + "]" : null;
    }

    private static int likeness(int c) {
        return switch (c) {
            case 0x2219, 0x22C5, 0x30FB -> 0xB7;
            case 0x223C, 0x301C -> 0xFF5E;
            case 0x2027, 0x2024 -> 0xB7;
            case 0x261E, 0x27A4 -> 0x25B6;
            case 0x25CE, 0x25C9 -> 0x25CB;
            case 0x2212, 0x2010, 0x2011 -> '-';
            case 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000 -> ' ';
            default -> 0x3013;
        };
    }

    /** Joiners and variation marks have no shape of their own. */
    private static boolean isInvisible(int c) {
        return c >= 0x200B && c <= 0x200D || c >= 0xFE00 && c <= 0xFE0F || c == 0x2060 || c == 0xAD;
    }

    private static byte[] read(String weight) {
        String file = "/fonts/Pretendard-" + weight + ".ttf";
        try (InputStream in = Typeface.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The report's font is missing: " + file);
            }
            return withoutSubstitutions(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hides the font's substitution table by renaming it: without ligatures every letter can be copied out of the file again, and a
     * page is drawn ten times faster.
     */
    private static byte[] withoutSubstitutions(byte[] font) {
        ByteBuffer tables = ByteBuffer.wrap(font);
        for (int table = 0, count = tables.getShort(4); table < count; table++) {
            int at = 12 + 16 * table;
            if (tables.getInt(at) == GSUB) {
                tables.putInt(at, NONE);
            }
        }
        return font;
    }

    /** Which letters the typeface has, as one bit each. */
    private record Covered(BitSet letters) implements IntPredicate {

        static Covered of(byte[] font) {
            try (TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
                CmapLookup glyphs = ttf.getUnicodeCmapLookup();
                BitSet letters = new BitSet(0x30000);
                for (int c = 0x20; c < 0x30000; c++) {
                    letters.set(c, glyphs.getGlyphId(c) > 0);
                }
                return new Covered(letters);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean test(int c) {
            return letters.get(c);
        }
    }
}
