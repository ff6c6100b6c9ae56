package kr.madang.kernel.document.hwpx;

import java.nio.charset.StandardCharsets;
import kr.madang.kernel.document.PlainText;

/** Writes OWPML elements; text and attributes are cleaned and escaped here and nowhere else. */
final class Xml {

    private static final String NAMESPACES = " xmlns:ha=\"http://www.hancom.co.kr/hwpml/2011/app\""
            + " xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\""
            + " xmlns:hp10=\"http://www.hancom.co.kr/hwpml/2016/paragraph\""
            + " xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\""
            + " xmlns:hc=\"http://www.hancom.co.kr/hwpml/2011/core\""
            + " xmlns:hh=\"http://www.hancom.co.kr/hwpml/2011/head\""
            + " xmlns:hhs=\"http://www.hancom.co.kr/hwpml/2011/history\""
            + " xmlns:hm=\"http://www.hancom.co.kr/hwpml/2011/master-page\""
            + " xmlns:hpf=\"http://www.hancom.co.kr/schema/2011/hpf\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:opf=\"http://www.idpf.org/2007/opf/\""
            + " xmlns:ooxmlchart=\"http://www.hancom.co.kr/hwpml/2016/ooxmlchart\""
            + " xmlns:hwpunitchar=\"http://www.hancom.co.kr/hwpml/2016/HwpUnitChar\""
            + " xmlns:epub=\"http://www.idpf.org/2007/ops\""
            + " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\"";

    private final StringBuilder out;

    Xml(int expected) {
        out = new StringBuilder(expected);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>");
    }

    /** Opens the root element with all of the format's namespaces. */
    Xml root(String name, Object... attributes) {
        tag(name, attributes);
        out.append(NAMESPACES).append('>');
        return this;
    }

    Xml open(String name, Object... attributes) {
        tag(name, attributes);
        out.append('>');
        return this;
    }

    Xml empty(String name, Object... attributes) {
        tag(name, attributes);
        out.append("/>");
        return this;
    }

    Xml close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    /** Words in one line; a line break becomes the element that Hangul uses for one. */
    Xml text(String text) {
        String clean = PlainText.clean(text);
        for (int at = 0; at < clean.length(); at++) {
            char c = clean.charAt(at);
            if (c == '\n') {
                out.append("<hp:lineBreak/>");
            } else {
                escape(c);
            }
        }
        return this;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void tag(String name, Object... attributes) {
        out.append('<').append(name);
        for (int at = 0; at + 1 < attributes.length; at += 2) {
            out.append(' ').append(attributes[at]).append("=\"");
            if (attributes[at + 1] instanceof String words) {
                PlainText.clean(words).chars().forEach(c -> escape((char) c));
            } else {
                out.append(attributes[at + 1]);
            }
            out.append('"');
        }
    }

    private void escape(char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\n' -> out.append("&#10;");
            default -> out.append(c);
        }
    }
}
