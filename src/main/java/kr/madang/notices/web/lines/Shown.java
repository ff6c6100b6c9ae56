package kr.madang.notices.web.lines;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Page;
import kr.madang.notices.carriers.Standing;
import kr.madang.notices.lines.Health;
import kr.madang.notices.lines.LineChange;

/** How pages say what lines say (연결 상태 표현). */
public final class Shown {
    private static final Pattern SHARE = Pattern.compile("(errors|slow) (\\d+)/(\\d+)");
    private static final Map<String, String> TROUBLES = Map.ofEntries(
            Map.entry("not connected yet", "opening"),
            Map.entry("no simulator here", "simulator"),
            Map.entry("settings", "settings"),
            Map.entry("cannot be reached", "unreachable"),
            Map.entry("no connection", "unreachable"),
            Map.entry("link lost", "lost"),
            Map.entry("no life on the line", "lost"),
            Map.entry("unbound by the other side", "ended"),
            Map.entry("no answers", "silent"),
            Map.entry("no answer to bind", "silent"),
            Map.entry("closed", "closed"));
    private static final List<String> REFUSED = List.of("bind refused: ", "refused: ", "HTTP ", "SQL ");
    private static final List<String> UNREACHABLE =
            List.of("Connection refused", "Connect timed out", "No route", "Network", "Unknown host", "Host");

    private Shown() {}

    /** A trouble in plain words. */
    public static String trouble(Page page, String why) {
        var known = TROUBLES.get(why);
        if (known != null) return page.t("notices.line.trouble." + known);
        if (UNREACHABLE.stream().anyMatch(why::startsWith)) return page.t("notices.line.trouble.unreachable");
        for (var start : REFUSED)
            if (why.startsWith(start)) return page.t("notices.line.trouble.refused", why.substring(start.length()));
        return page.t("notices.line.trouble.other", why);
    }

    public static String word(Page page, Health.Word word) {
        return page.t("notices.line.word." + word.name().toLowerCase(java.util.Locale.ROOT));
    }

    public static String tone(Health.Word word) {
        return switch (word) {
            case OFF -> "neutral";
            case OPENING -> "info";
            case WORKS -> "success";
            case PARTLY -> "warning";
            case TROUBLE -> "danger";
        };
    }

    /** So many of a hundred. */
    public static String share(Page page, int part, int whole) {
        if (whole == 0) return "–";
        return page.t("notices.line.share", part, Math.round(1_000.0 * part / whole) / 10.0);
    }

    public static int all(Standing.Minute minute) {
        return minute.good() + minute.bad();
    }

    /** The history as a course of things. */
    public static List<Moment> course(Page page, List<LineChange> changes, boolean named) {
        return changes.stream()
                .map(change -> new Moment(
                        change.at(),
                        (named ? change.name() + " · " : "")
                                + page.t(change.what().code(), change.from(), change.to()),
                        by(page, change),
                        why(page, change)))
                .toList();
    }

    /** A mobile number as people write it; others as they are. */
    public static String number(String digits) {
        return digits.replaceFirst("^(01\\d)(\\d{3,4})(\\d{4})$", "$1-$2-$3");
    }

    private static String by(Page page, LineChange change) {
        if (change.by().equals("system")) return page.t("notices.line.by.system");
        return change.by().contains("@") ? page.t("notices.line.by.node", change.by()) : change.by();
    }

    private static String why(Page page, LineChange change) {
        return switch (change.what()) {
            case RESTED -> trouble(page, change.why());
            case RAISED -> page.t("notices.line.why.calm");
            case CUT -> cut(page, change.why());
            case ADDED, CHANGED, SWITCHED_ON, SWITCHED_OFF, WOKEN, PINNED, UNPINNED -> change.why();
        };
    }

    private static String cut(Page page, String why) {
        var found = SHARE.matcher(why);
        if (!found.matches()) return why;
        int part = Integer.parseInt(found.group(2));
        int whole = Integer.parseInt(found.group(3));
        return page.t(found.group(1).equals("slow") ? "notices.line.why.slow" : "notices.line.why.errors", whole, part);
    }
}
