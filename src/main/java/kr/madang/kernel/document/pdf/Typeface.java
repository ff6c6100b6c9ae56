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

/**
 * The typeface of all reports, read once; Korean letters, the marks of the official outline, and nothing from the machine. A second one
 * lends it Hanja and what else it lacks, and is read when the first text needs it.
 */
final class Typeface {

    static final String FAMILY = "Pretendard";
    static final String LENDER = "Noto Sans KR";

    private static final int GSUB = 0x47535542;
    private static final int NONE = 0x6E6F6E65;
    private static final int CMAP = 0x636D6170;
    private static final int MISSING_SORT = 0x3013;

    private static final byte[] REGULAR = read("Pretendard-Regular");
    private static final byte[] BOLD = read("Pretendard-Bold");
    private static final Covered COVERED = Covered.of(REGULAR);

    /** What stands for a letter the typeface lacks: the printer's mark for a missing sort, or an empty box. */
    static final int MISSING = COVERED.test(MISSING_SORT) ? MISSING_SORT : COVERED.test(0x25A1) ? 0x25A1 : '?';

    private Typeface() {}

    static InputStream regular() {
        return new ByteArrayInputStream(REGULAR);
    }

    static InputStream bold() {
        return new ByteArrayInputStream(BOLD);
    }

    static InputStream lent() {
        return new ByteArrayInputStream(Lender.FONT);
    }

    /** Whether a text that was made to fit has letters of the second typeface. */
    static boolean borrows(String fitted) {
        return fitted.codePoints().anyMatch(c -> c >= 0x80 && !COVERED.test(c));
    }

    /** Read late: few papers need it, and it is large. */
    private static final class Lender {
        static final byte[] FONT = withoutRadicals(read("NotoSansKR-Regular"));
        static final Covered COVERED = Covered.of(FONT);
    }

    /** Old syllables are set together from their parts by rules the PDF engine does not know; a heap of parts is no letter. */
    private static boolean lends(int c) {
        boolean part = c >= 0x1100 && c <= 0x11FF || c >= 0xA960 && c <= 0xA97F || c >= 0xD7B0 && c <= 0xD7FF;
        return !part && Lender.COVERED.test(c);
    }

    /** The text with look-alikes for letters both typefaces lack, so that no other typeface slips into the file. */
    static String fit(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x80 || COVERED.test(c)) {
                out.appendCodePoint(c);
            } else if (spelled(c) != null) {
                out.append(spelled(c));
            } else if (!isInvisible(c)) {
                out.appendCodePoint(like(c));
            }
        });
        return out.toString();
    }

    /** How many letters of the text the typeface lacks. */
    static long missing(String text) {
        return text.codePoints()
                .filter(c ->
                        c >= 0x80 && !COVERED.test(c) && !isInvisible(c) && spelled(c) == null && like(c) == MISSING)
                .count();
    }

    private static int like(int c) {
        int like = likeness(c);
        if (like != MISSING_SORT && COVERED.test(like)) return like;
        return lends(c) ? c : MISSING;
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
            default -> MISSING_SORT;
        };
    }

    /** Joiners and variation marks have no shape of their own. */
    private static boolean isInvisible(int c) {
        return c >= 0x200B && c <= 0x200D || c >= 0xFE00 && c <= 0xFE0F || c == 0x2060 || c == 0xAD;
    }

    private static byte[] read(String name) {
        String file = "/fonts/" + name + ".ttf";
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

    /**
     * Takes the radicals of dictionaries (⼤) out of the font's list of letters: they share their shapes with Hanja (大), and a shape that
     * stands for two letters would be copied out of the file as the wrong one.
     */
    private static byte[] withoutRadicals(byte[] font) {
        ByteBuffer bytes = ByteBuffer.wrap(font);
        for (int table = 0, count = bytes.getShort(4); table < count; table++) {
            int at = 12 + 16 * table;
            if (bytes.getInt(at) != CMAP) continue;
            int cmap = bytes.getInt(at + 8);
            for (int list = 0, lists = bytes.getShort(cmap + 2); list < lists; list++) {
                int start = cmap + bytes.getInt(cmap + 4 + 8 * list + 4);
                if (bytes.getShort(start) == 12) withoutRadicals(bytes, start);
            }
        }
        return font;
    }

    /** In a list of format 12 each group of radicals becomes the group before it once more. */
    private static void withoutRadicals(ByteBuffer bytes, int list) {
        for (int group = 1, groups = bytes.getInt(list + 12); group < groups; group++) {
            int at = list + 16 + 12 * group;
            if (bytes.getInt(at) >= 0x2E80 && bytes.getInt(at + 4) <= 0x2FDF) bytes.put(at, bytes, at - 12, 12);
        }
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
