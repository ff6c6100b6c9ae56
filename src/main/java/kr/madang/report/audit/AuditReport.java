package kr.madang.report.audit;

import java.util.List;

/** Prints findings for a program (JSON) or for a reader (검산 결과). */
public final class AuditReport {
    private AuditReport() {}

    /** A JSON array of {@code {"line","place","printed","computed","kind"}}. */
    public static String json(List<Finding> findings) {
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            out.append(i == 0 ? "\n" : ",\n").append("  {\"line\": ").append(finding.line());
            field(out, "place", finding.place());
            field(out, "printed", finding.printed());
            field(out, "computed", finding.computed());
            field(out, "kind", finding.kind().code());
            out.append('}');
        }
        return out.append(findings.isEmpty() ? "]\n" : "\n]\n").toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append(", \"").append(name).append("\": \"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' '
                            || c == 0x7F
                            || c == '\u2028'
                            || c == '\u2029'
                            || Character.isSurrogate(c) && !paired(value, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String value, int at) {
        char c = value.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }

    /** Two lines for each finding, for the screen. */
    public static String text(String name, List<Finding> findings) {
        if (findings.isEmpty()) {
            return name + ": 틀린 수치를 찾지 못했습니다.\n";
        }
        StringBuilder out = new StringBuilder(name + ": 확인할 수치 " + findings.size() + "건\n");
        for (Finding finding : findings) {
            out.append("\n%d행 [%s] %s → %s  %s\n    %s\n"
                    .formatted(
                            finding.line(),
                            finding.kind().word(),
                            finding.printed(),
                            finding.computed(),
                            finding.place(),
                            finding.why()));
        }
        return out.toString();
    }
}
