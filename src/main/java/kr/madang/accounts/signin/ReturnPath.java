package kr.madang.accounts.signin;

import org.jspecify.annotations.Nullable;

/** Where a visitor goes after signing in: always a page of this house's desk, whatever the address bar was made to say. */
public record ReturnPath(String path) {
    private static final ReturnPath HOME = new ReturnPath("/desk");
    private static final int LONGEST = 2000;

    /** Reads what came with the request; anything but a plain path below {@code /desk} becomes the desk itself. */
    public static ReturnPath of(@Nullable String text) {
        return text != null && isDeskPath(text) ? new ReturnPath(text) : HOME;
    }

    private static boolean isDeskPath(String text) {
        if (text.length() > LONGEST
                || !(text.equals("/desk") || text.startsWith("/desk/") || text.startsWith("/desk?"))) return false;
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\' && c != '"' && c != '<' && c != '>')
                && !text.contains("/../")
                && !text.contains("//");
    }
}
