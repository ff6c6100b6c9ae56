package kr.madang.press.alike;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is kept of a text to compare it with others (글 지문): the numbers of its shingles and of its quotations. The text
 * itself cannot be read out of it, so it may be kept where a licence does not allow keeping the text.
 *
 * @param shingles numbers of all runs of five letters, ascending, each once
 * @param quotes numbers of the direct quotations, ascending, each once
 */
public record Sketch(int[] shingles, long[] quotes) {
    private static final int RUN = 5;

    /** Of a headline and what follows it; either may be empty. */
    public static Sketch of(String title, String text) {
        var story = Plain.story(text);
        var head = Plain.letters(Plain.cut(title));
        var body = Plain.letters(story);
        var all = new int[runs(head) + runs(body)];
        int count = fill(all, 0, head);
        count = fill(all, count, body);
        var shingles = distinct(Arrays.copyOf(all, count));
        long[] quotes = Plain.quotes(story).stream()
                .mapToLong(Sketch::number)
                .sorted()
                .distinct()
                .toArray();
        return new Sketch(shingles, quotes);
    }

    public int size() {
        return shingles.length;
    }

    private static int runs(String letters) {
        return letters.isEmpty() ? 0 : Math.max(1, letters.length() - RUN + 1);
    }

    private static int fill(int[] into, int from, String letters) {
        int runs = runs(letters);
        for (int i = 0; i < runs; i++) into[from + i] = run(letters, i, Math.min(letters.length(), i + RUN));
        return from + runs;
    }

    private static int run(String letters, int from, int to) {
        long mixed = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) mixed = (mixed ^ letters.charAt(i)) * 0x9E3779B97F4A7C15L;
        return (int) (spread(mixed) >>> 32);
    }

    private static long number(String letters) {
        long mixed = 0xcbf29ce484222325L;
        for (int i = 0; i < letters.length(); i++) mixed = (mixed ^ letters.charAt(i)) * 0x100000001b3L;
        return spread(mixed);
    }

    private static long spread(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    private static int[] distinct(int[] numbers) {
        Arrays.sort(numbers);
        int count = 0;
        for (int i = 0; i < numbers.length; i++)
            if (i == 0 || numbers[i] != numbers[i - 1]) numbers[count++] = numbers[i];
        return Arrays.copyOf(numbers, count);
    }

    /** Shingles both have. */
    int shared(Sketch other) {
        int[] a = shingles;
        int[] b = other.shingles;
        int count = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                count++;
                i++;
                j++;
            } else if (a[i] < b[j]) i++;
            else j++;
        }
        return count;
    }

    /** Quotations both have. */
    int sameQuotes(Sketch other) {
        int count = 0;
        for (long quote : quotes) if (Arrays.binarySearch(other.quotes, quote) >= 0) count++;
        return count;
    }

    /** As it is kept; {@link #of(byte[])} reads it. */
    public byte[] bytes() {
        var out = ByteBuffer.allocate(4 + shingles.length * 4 + quotes.length * 8);
        out.putInt(shingles.length);
        for (int shingle : shingles) out.putInt(shingle);
        for (long quote : quotes) out.putLong(quote);
        return out.array();
    }

    public static Sketch of(byte[] kept) {
        var in = ByteBuffer.wrap(kept);
        var shingles = new int[in.getInt()];
        for (int i = 0; i < shingles.length; i++) shingles[i] = in.getInt();
        var quotes = new long[in.remaining() / 8];
        for (int i = 0; i < quotes.length; i++) quotes[i] = in.getLong();
        return new Sketch(shingles, quotes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch s && Arrays.equals(shingles, s.shingles) && Arrays.equals(quotes, s.quotes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shingles);
    }

    @Override
    public String toString() {
        return "Sketch[%d, %d]".formatted(shingles.length, quotes.length);
    }
}
