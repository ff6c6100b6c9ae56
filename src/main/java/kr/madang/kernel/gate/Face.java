package kr.madang.kernel.gate;

import java.util.List;

/**
 * What people see of a subject when they decide (결재 안건).
 *
 * @param lines the text of the paper
 * @param link path of the page on which the subject itself stands
 * @param seal hash or version by which the room knows later that what was approved is what it has; comes back with the decision
 */
public record Face(String title, String summary, List<String> lines, String link, String seal) {
    public Face {
        lines = List.copyOf(lines);
        if (title.isBlank()) throw new IllegalArgumentException("a face without a title");
        if (!link.startsWith("/") || link.startsWith("//") || link.length() > 500)
            throw new IllegalArgumentException("no path of the house: " + link);
        if (seal.length() > 200) throw new IllegalArgumentException("a seal of " + seal.length() + " characters");
    }
}
