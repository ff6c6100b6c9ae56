package kr.madang.kernel.document.html;

import kr.madang.kernel.document.PlainText;
import org.jspecify.annotations.Nullable;

/** Writes elements that are well formed as HTML and as XML alike; everything that is not an element name is escaped. */
final class Markup {

    private final StringBuilder out = new StringBuilder(16_384);

    /** Opens an element; attributes come as name, value, name, value, and one whose value is null is left out. */
    Markup open(String name, @Nullable String... attributes) {
        tag(name, attributes);
        out.append('>');
        return this;
    }

    Markup empty(String name, @Nullable String... attributes) {
        tag(name, attributes);
        out.append("/>");
        return this;
    }

    Markup close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    Markup element(String name, String text, @Nullable String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /** Words, with a line break element for each line break. */
    Markup text(String text) {
        String clean = PlainText.clean(text);
        for (int at = 0; at < clean.length(); at++) {
            char c = clean.charAt(at);
            if (c == '\n') {
                out.append("<br/>");
            } else {
                escape(c);
            }
        }
        return this;
    }

    /** Markup that is safe already, such as a checked drawing. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    Markup newLine() {
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void tag(String name, @Nullable String... attributes) {
        out.append('<').append(name);
        for (int at = 0; at + 1 < attributes.length; at += 2) {
            String value = attributes[at + 1];
            if (value != null) {
                out.append(' ').append(attributes[at]).append("=\"");
                PlainText.clean(value).chars().forEach(c -> escape((char) c));
                out.append('"');
            }
        }
    }

    private void escape(char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.append(c);
        }
    }
}
