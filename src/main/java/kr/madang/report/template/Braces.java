package kr.madang.report.template;

/** Finds where a pair of braces ends; figures with dimensions nest two deep, reckoned ones three. */
final class Braces {
    private static final int DEEPEST = 4;

    private Braces() {}

    /** @return the index of the brace that closes the one at {@code open}; −1 when none does */
    static int close(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' && ++depth > DEEPEST) return -1;
            if (c == '}' && --depth == 0) return i;
        }
        return -1;
    }
}
