package kr.madang.notices.carriers.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name and kind of a file as headers of a letter say them (붙임 파일 이름): Korean names in parts by RFC 2231, so that no line grows long. */
final class FileName {
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]+/[a-z0-9.+-]+");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,50}");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
    private static final int PART = 60;

    private FileName() {}

    /** What is no media type is a stream of bytes. */
    static String type(String mediaType) {
        return TYPE.matcher(mediaType).matches() ? mediaType : "application/octet-stream";
    }

    /** {@code filename="plain.pdf"}, or {@code filename*0*=UTF-8''%EB…; filename*1*=…}. */
    static String of(String parameter, String name) {
        if (PLAIN.matcher(name).matches()) return parameter + "=\"" + name + "\"";
        var whole = new StringBuilder();
        var part = new StringBuilder("UTF-8''");
        int number = 0;
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            if (part.length() > PART) {
                whole.append(part(parameter, number++, part)).append(";\r\n ");
                part.setLength(0);
            }
            if (UNRESERVED.indexOf(one) >= 0) part.append((char) one);
            else part.append("%%%02X".formatted(one & 0xff));
        }
        return whole.append(part(parameter, number, part)).toString();
    }

    private static String part(String parameter, int number, CharSequence value) {
        return parameter + "*" + number + "*=" + value;
    }
}
