package kr.madang.notices.carriers.mail;

/**
 * A plain text as a page any mail program shows well (전자우편 본문): paragraphs, lines and links; nothing is fetched from anywhere. In one
 * pass, because a send writes as many pages as it has recipients.
 */
final class Html {
    private static final String HEAD = "<!doctype html>\r\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><title>";
    private static final String BODY =
            "</title></head>\r\n<body style=\"margin:0;padding:24px;font-size:16px;line-height:1.6;color:#1e2124\">\r\n";
    private static final String PARAGRAPH = "<p style=\"margin:0 0 16px\">";
    private static final String END = "</p>\r\n";

    private final String text;
    private final StringBuilder page;

    private Html(String text) {
        this.text = text;
        page = new StringBuilder(text.length() * 2 + 400);
    }

    /** Its lines end as those of letters do. */
    static String of(String title, String text) {
        return new Html(text.strip()).page(title);
    }

    private String page(String title) {
        page.append(HEAD);
        for (int i = 0; i < title.length(); i++) escape(title.charAt(i));
        page.append(BODY).append(PARAGRAPH);
        for (int at = 0; at < text.length(); ) at = step(at);
        return page.append(END).append("</body></html>\r\n").toString();
    }

    /** @return where it goes on */
    private int step(int at) {
        char letter = text.charAt(at);
        if (letter == '\n' || letter == '\r') return gap(at);
        if (letter == 'h') {
            int end = link(at);
            if (end > at) return linked(at, end);
        }
        escape(letter);
        return at + 1;
    }

    /** One end of a line breaks it, two or more begin a paragraph. */
    private int gap(int from) {
        int lines = 0;
        int at = from;
        for (; at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r'); at++)
            if (text.charAt(at) == '\n' || at + 1 == text.length() || text.charAt(at + 1) != '\n') lines++;
        page.append(lines > 1 ? END + PARAGRAPH : "<br>\r\n");
        return at;
    }

    /** @return the end of the address that begins here; the same place when none does */
    private int link(int from) {
        int name = text.startsWith("https://", from) ? 8 : text.startsWith("http://", from) ? 7 : 0;
        if (name == 0) return from;
        int end = from + name;
        while (end < text.length() && (plain(text.charAt(end)) || ".?&;%_~:@#+,!*()'-".indexOf(text.charAt(end)) >= 0))
            end++;
        // the full stop behind an address belongs to the sentence
        while (end > from + name && !plain(text.charAt(end - 1))) end--;
        return end > from + name ? end : from;
    }

    private static boolean plain(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '/'
                || letter == '=';
    }

    private int linked(int from, int end) {
        page.append("<a href=\"");
        for (int i = from; i < end; i++) escape(text.charAt(i));
        page.append("\">");
        for (int i = from; i < end; i++) escape(text.charAt(i));
        page.append("</a>");
        return end;
    }

    private void escape(char letter) {
        switch (letter) {
            case '&' -> page.append("&amp;");
            case '<' -> page.append("&lt;");
            case '>' -> page.append("&gt;");
            case '"' -> page.append("&quot;");
            case '\'' -> page.append("&#39;");
            default -> page.append(letter);
        }
    }
}
