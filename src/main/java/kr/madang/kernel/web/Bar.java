package kr.madang.kernel.web;

import java.util.List;

/**
 * One row of a bar chart: a label and its bars.
 *
 * @param parts the bars, in the same order in every row; a bar of length 100 is as long as the longest of the chart
 */
public record Bar(String label, List<Part> parts) {
    /**
     * A bar.
     *
     * @param name what it measures, e.g. {@code 계획}
     * @param value what is drawn; below zero is drawn as nothing
     * @param text what is printed, e.g. {@code 1,204천원}
     */
    public record Part(String name, double value, String text) {}

    public static Bar of(String label, Part... parts) {
        return new Bar(label, List.of(parts));
    }
}
