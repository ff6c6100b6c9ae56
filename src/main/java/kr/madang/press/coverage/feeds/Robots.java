package kr.madang.press.coverage.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a site asks robots to leave alone (robots.txt, RFC 9309): the longest rule decides, allowing wins a tie. */
final class Robots {
    static final Robots ALLOW = new Robots(List.of());
    private static final int MOST = 500 * 1024;

    private record Rule(boolean allow, String path) {}

    private final List<Rule> rules;

    private Robots(List<Rule> rules) {
        this.rules = rules;
    }

    static Robots read(String text, String agent) {
        var own = new ArrayList<Rule>();
        var all = new ArrayList<Rule>();
        boolean forUs = false;
        boolean forAll = false;
        boolean named = false;
        boolean inRules = false;
        for (var line :
                (text.length() > MOST ? text.substring(0, MOST) : text).lines().toList()) {
            var plain = line.replaceFirst("#.*", "").strip();
            int colon = plain.indexOf(':');
            if (colon < 0) continue;
            var key = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            var value = plain.substring(colon + 1).strip();
            if (key.equals("user-agent")) {
                if (inRules) forUs = forAll = inRules = false;
                forAll |= value.equals("*");
                if (!value.isEmpty() && agent.toLowerCase(Locale.ROOT).startsWith(value.toLowerCase(Locale.ROOT)))
                    forUs = named = true;
            } else if (key.equals("allow") || key.equals("disallow")) {
                inRules = true;
                if (value.isEmpty()) continue;
                var rule = new Rule(key.equals("allow"), value);
                if (forUs) own.add(rule);
                if (forAll) all.add(rule);
            }
        }
        return new Robots(List.copyOf(named ? own : all));
    }

    /** Matched part by part from the left, so that no pattern takes long, whoever wrote it. */
    private static boolean matches(Rule rule, String path) {
        boolean ends = rule.path().endsWith("$");
        var parts = (ends ? rule.path().substring(0, rule.path().length() - 1) : rule.path()).split("\\*+", -1);
        if (!path.startsWith(parts[0])) return false;
        if (parts.length == 1) return !ends || path.length() == parts[0].length();
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = path.indexOf(parts[i], at);
            if (found < 0) return false;
            at = found + parts[i].length();
        }
        var last = parts[parts.length - 1];
        return ends ? path.endsWith(last) && path.length() - last.length() >= at : path.indexOf(last, at) >= 0;
    }

    /** @param path with the query */
    boolean allows(String path) {
        Rule best = null;
        for (var rule : rules) {
            if (path.length() > 2_000 || !matches(rule, path)) continue;
            if (best == null
                    || rule.path().length() > best.path().length()
                    || rule.path().length() == best.path().length() && rule.allow()) best = rule;
        }
        return best == null || best.allow();
    }
}
