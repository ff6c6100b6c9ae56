package kr.madang.report.audit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The remark that says what a table is counted in (단위). */
final class Units {
    private static final Pattern UNIT = Pattern.compile("[\\(\\[]\\s*단\\s*위\\s*[:;]?\\s*([^\\)\\]]{1,20})[\\)\\]]");

    private Units() {}

    static String near(List<String> lines, int from, int to) {
        for (int line = from; line >= Math.max(0, from - 6); line--) {
            Matcher matcher = UNIT.matcher(lines.get(line));
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        for (int line = from; line <= Math.min(lines.size() - 1, to + 2); line++) {
            Matcher matcher = UNIT.matcher(lines.get(line));
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "";
    }
}
