package kr.madang.press.releases.writing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks a release over before the desk does (문안 점검). */
public final class Findings {
    private static final int LONG_TITLE = 40;
    private static final int LONG_PARAGRAPH = 600;
    private static final Pattern TELEPHONE =
            Pattern.compile("\\d{2,4}[-.)\\s]\\s?\\d{3,4}[-.\\s]\\d{4}|\\b1\\d{3}-\\d{4}\\b");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)01[016789][-. ]?\\d{3,4}[-. ]?\\d{4}");
    private static final Pattern RESIDENT =
            Pattern.compile("(?<!\\d)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])[-\\s]?[1-8]\\d{6}(?!\\d)");

    /**
     * Something to look at.
     *
     * @param code message key, with a place for one argument
     * @param serious whether it keeps the release from being approved
     */
    public record Finding(String code, Object argument, boolean serious) {}

    private Findings() {}

    public static List<Finding> of(Content content, List<Photo> photos, Instant now) {
        var found = new ArrayList<Finding>();
        words(content, found);
        for (var photo : photos) {
            if (!photo.cleared()) found.add(new Finding("press.finding.consent", photo.caption(), true));
        }
        var embargo = content.embargo();
        if (embargo != null && embargo.isBefore(now)) found.add(new Finding("press.finding.past", "", false));
        return List.copyOf(found);
    }

    private static void words(Content content, List<Finding> found) {
        if (content.title().length() > LONG_TITLE) found.add(new Finding("press.finding.title", LONG_TITLE, false));
        if (!Quotes.balanced(content.text())) found.add(new Finding("press.finding.marks", "", false));
        if (Quotes.of(content.text()).isEmpty()) found.add(new Finding("press.finding.quotes", "", false));
        if (!TELEPHONE.matcher(content.contact()).find()) found.add(new Finding("press.finding.telephone", "", false));
        if (content.paragraphs().stream().anyMatch(line -> line.length() > LONG_PARAGRAPH))
            found.add(new Finding("press.finding.paragraph", LONG_PARAGRAPH, false));
        var all = String.join("\n", content.title(), content.subtitle(), content.text(), content.facts());
        if (RESIDENT.matcher(all).find()) found.add(new Finding("press.finding.resident", "", true));
        if (MOBILE.matcher(all).find()) found.add(new Finding("press.finding.mobile", "", false));
    }
}
