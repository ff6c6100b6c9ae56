package kr.madang.report.audit;

/**
 * A stretch of one line to be read as words (글줄): a whole line of prose, or one cell of a table row.
 *
 * @param offset where it begins in the extracted line
 * @param cell whether it is one of several cells of a table row
 */
record Passage(int line, int offset, String text, boolean cell) {

    int depth() {
        return Outline.depth(text);
    }
}
