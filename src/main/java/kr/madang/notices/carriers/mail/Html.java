package kr.madang.notices.carriers.mail;

import java.util.regex.Pattern;

/** A plain text as a page any mail program shows well (전자우편 본문): paragraphs, lines and links; nothing is fetched from anywhere. */
final class Html {
    private static final Pattern LINK = Pattern.compile("https?://[\\p{Alnum}./?=&;%_~:@#+,!*()'\\-]+[\\p{Alnum}/=]");
    private static final Pattern GAP = Pattern.compile("\n{2,}");

    private Html() {}

    static String of(String title, String text) {
        var page = new StringBuilder(text.length() * 2 + 400);
        page.append("<!doctype html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(title))
                .append(
                        "</title></head>\n<body style=\"margin:0;padding:24px;font-size:16px;line-height:1.6;color:#1e2124\">\n");
        for (var paragraph : GAP.split(text.replace("\r\n", "\n").strip()))
            page.append("<p style=\"margin:0 0 16px\">")
                    .append(linked(escape(paragraph)).replace("\n", "<br>\n"))
                    .append("</p>\n");
        return page.append("</body></html>\n").toString();
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
