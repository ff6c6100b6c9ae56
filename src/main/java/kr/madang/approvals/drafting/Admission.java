package kr.madang.approvals.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kr.madang.kernel.Refused;

/**
 * Which files may be attached to a paper (붙임 파일 규칙): nothing that runs, nothing that hides what it is behind a second ending, nothing
 * empty. Type means what the bytes say.
 */
final class Admission {
    private static final Set<String> RUNS = Set.of(
            "exe", "com", "scr", "pif", "bat", "cmd", "msi", "msp", "dll", "sys", "cpl", "jar", "js", "jse", "mjs",
            "vbs", "vbe", "wsf", "wsh", "hta", "ps1", "psm1", "lnk", "url", "reg", "inf", "sh", "app", "apk", "ipa",
            "deb", "rpm", "dmg", "iso", "img", "vhd", "chm", "xll", "htm", "html", "xhtml", "svg", "php", "jsp", "asp",
            "aspx");
    /** Endings so common inside names that only the last place makes them an ending. */
    private static final Set<String> LAST_ONLY =
            Set.of("com", "app", "img", "sys", "inf", "url", "reg", "sh", "js", "asp", "php");

    private static final Set<String> RUNNING_TYPES =
            Set.of("application/vnd.microsoft.portable-executable", "application/x-elf", "text/html", "image/svg+xml");
    /** What the bytes of these endings are; others are not judged. */
    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "hwpx", "application/hwp+zip",
            "hwp", "application/x-hwp");

    private Admission() {}

    /** @throws Refused when the name alone says that it may not be attached */
    static void name(String name) {
        var endings = endings(name);
        for (int i = 0; i < endings.size(); i++) {
            var ending = endings.get(i);
            boolean last = i == endings.size() - 1;
            if (!RUNS.contains(ending) || (!last && LAST_ONLY.contains(ending))) continue;
            if (endings.size() > 1) throw Refused.invalid("approvals.upload.disguised", name);
            throw Refused.invalid("approvals.upload.runs", name);
        }
    }

    /** @throws Refused when the bytes run, or are not what the name says */
    static void bytes(String name, String mediaType, long size) {
        if (size == 0) throw Refused.invalid("approvals.upload.empty", name);
        if (RUNNING_TYPES.contains(mediaType)) throw Refused.invalid("approvals.upload.runs", name);
        var endings = endings(name);
        var promised = endings.isEmpty() ? null : TYPES.get(endings.getLast());
        boolean old = "application/x-hwp".equals(promised) && mediaType.equals("application/x-ole-storage");
        if (promised != null && !promised.equals(mediaType) && !old)
            throw Refused.invalid("approvals.upload.otherwise", name, endings.getLast());
    }

    /** What follows the dots, in lower case; dots and blanks at the end hide nothing. */
    private static List<String> endings(String name) {
        var parts = name.toLowerCase(Locale.ROOT).replaceAll("[. ]+$", "").split("\\.");
        return Arrays.stream(parts).skip(1).map(String::strip).toList();
    }
}
