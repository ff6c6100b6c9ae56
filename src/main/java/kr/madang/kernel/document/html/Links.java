package kr.madang.kernel.document.html;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets through only addresses that open a page, so that a reference can never become a script. */
final class Links {

    private Links() {}

    static @Nullable String safe(@Nullable String href) {
        if (href == null || href.isBlank() || href.chars().anyMatch(c -> c <= ' ')) {
            return null;
        }
        String lower = href.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            return href;
        }
        boolean otherHost = href.startsWith("//") || href.startsWith("/\\") || href.startsWith("\\");
        int colon = href.indexOf(':');
        int slash = href.indexOf('/');
        boolean scheme = colon >= 0 && (slash < 0 || colon < slash) && "?#".indexOf(href.charAt(0)) < 0;
        return otherHost || scheme ? null : href;
    }
}
