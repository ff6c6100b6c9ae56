package kr.madang.accounts.web;

import java.util.List;

/** What a browser's own long name comes down to. */
final class Agents {
    private static final List<String> BROWSERS =
            List.of("Edg", "Whale", "SamsungBrowser", "Firefox", "Chrome", "Safari", "Java");
    private static final List<String> MACHINES = List.of("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux");

    private Agents() {}

    static String plain(String agent) {
        var browser = BROWSERS.stream().filter(agent::contains).findFirst().orElse("");
        var machine = MACHINES.stream().filter(agent::contains).findFirst().orElse("");
        var both = (browser + " " + machine).strip();
        return both.isEmpty() ? agent : both;
    }
}
