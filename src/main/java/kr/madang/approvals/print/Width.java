package kr.madang.approvals.print;

/** How wide a mark stands on paper (글자 너비), so that the second line of an item begins below the words of the first. */
final class Width {
    private Width() {}

    /** In quarters of a letter. */
    static int of(String text) {
        double width = text.codePoints().mapToDouble(Width::of).sum();
        return (int) Math.round(4 * width);
    }

    private static double of(int letter) {
        if (letter == ' ') return 0.25;
        if (letter == '.' || letter == '(' || letter == ')') return 0.3;
        if (letter >= '0' && letter <= '9') return 0.6;
        return letter < 0x1100 ? 0.5 : 0.9;
    }
}
