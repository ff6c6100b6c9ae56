package kr.madang.approvals.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The three parts of an official paper (두문·본문·결문) as they stand in a text: what comes before the title, the body from the title to
 * 끝, and what follows.
 *
 * @param title of the line 제목; empty when there is none
 * @param body without title and attachments
 * @param attachments the lines of 붙임
 */
public record Parts(String head, String title, String body, List<String> attachments, String closing) {
    private static final Pattern TITLE = Pattern.compile("\\s*+제\\s?목(?:\\s*+[:：])?+\\s++(\\S.*)");

    /** Where the parts begin, as indexes of rows. */
    record Bounds(int title, int body, int attachments, int closing) {}

    public static Parts of(String text) {
        var rows = Row.of(text);
        var at = bounds(rows);
        var title = TITLE.matcher(at.title < 0 ? "" : rows.get(at.title).text());
        return new Parts(
                joined(rows, 0, Math.max(0, at.title)),
                title.matches() ? title.group(1).strip() : "",
                joined(rows, at.body, at.attachments),
                rows.subList(at.attachments, at.closing).stream()
                        .map(Row::text)
                        .filter(line -> !line.isBlank())
                        .toList(),
                joined(rows, at.closing, rows.size()));
    }

    static Bounds bounds(List<Row> rows) {
        int title = -1;
        for (int i = 0; i < rows.size() && title < 0; i++)
            if (TITLE.matcher(rows.get(i).text()).matches()) title = i;
        int closing = rows.size();
        for (int i = title + 1; i < rows.size() && closing == rows.size(); i++)
            if (Ending.of(rows.get(i)).isPresent()) closing = i + 1;
        int attachments = closing;
        for (int i = title + 1; i < closing && attachments == closing; i++)
            if (Attachments.begins(rows.get(i))) attachments = i;
        return new Bounds(title, title + 1, attachments, closing);
    }

    private static String joined(List<Row> rows, int from, int to) {
        return rows.subList(from, to).stream()
                .map(Row::text)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
