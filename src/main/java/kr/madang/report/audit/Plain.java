package kr.madang.report.audit;

/**
 * Levels the typography of official documents (문자 고르기): full-width digits and signs, odd spaces and brackets become plain ones.
 * One character stays one character, so every offset still points into the extracted line.
 */
final class Plain {
    private Plain() {}

    static String of(String line) {
        char[] out = line.toCharArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = of(out[i]);
        }
        return new String(out);
    }

    private static char of(char c) {
        if (c < ' ' && c != '\t') {
            return ' ';
        }
        if (c >= '！' && c <= '～') {
            return c == '～' ? '~' : (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u00A0', '\u3000', '\u2002', '\u2003', '\u2007', '\u2009', '\u200A', '\u202F', '\uFEFF', '\u200B' ->
                ' ';
            case '〔', '【', '〈' -> '[';
            case '〕', '】', '〉' -> ']';
            case '−', '–' -> '-';
            case '∼', '〜' -> '~';
            case '‚', '，' -> ',';
            case '▴', '▵', '∆', 'Δ' -> '△';
            case '✕', '✖', '⨯' -> '×';
            case '․', '‧', '∙', 'ㆍ', '･', '・' -> '·';
            default -> c;
        };
    }

    /** Without any spaces, e.g. for {@code 예 산 액}. */
    static String tight(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
