package kr.madang.approvals.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a text that does not follow the style of official papers (점검 결과).
 *
 * @param line from 1
 * @param column from 1, in characters of the line
 * @param start offset in the text of what would be replaced
 * @param end offset behind it
 * @param proposal what should stand there instead; null when only the writer can know
 * @param certain the proposal may be put in without asking
 * @param args fill the sentence of the check
 */
public record Finding(
        Check check,
        int line,
        int column,
        int start,
        int end,
        @Nullable String proposal,
        boolean certain,
        List<Object> args) {
    public Finding {
        args = List.copyOf(args);
    }
}
