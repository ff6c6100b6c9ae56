package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;

/** Matching brackets and the items inside them (괄호 풀이), blind to brackets within brackets and to commas within numbers. */
final class Brackets {
    private Brackets() {}

    /** Offset of the bracket that closes the one at {@code open}; −1 when it stays open. */
    static int close(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    record Piece(int start, int end) {}

    /** Cuts at a separator outside inner brackets; a comma between digits is part of a number. */
    static List<Piece> split(String text, int from, int to, String separators) {
        List<Piece> pieces = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (depth == 0 && separators.indexOf(c) >= 0 && !(c == ',' && grouping(text, i, to))) {
                pieces.add(new Piece(start, i));
                start = i + 1;
            }
        }
        pieces.add(new Piece(start, to));
        return pieces;
    }

    private static boolean grouping(String text, int comma, int to) {
        boolean before = comma > 0 && Character.isDigit(text.charAt(comma - 1));
        int digits = 0;
        while (comma + 1 + digits < to && Character.isDigit(text.charAt(comma + 1 + digits))) {
            digits++;
        }
        return before && digits == 3;
    }
}
