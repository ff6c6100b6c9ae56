package kr.madang.notices.carriers.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server says (메일 서버 응답). @param lines without the code */
record Reply(int code, List<String> lines) {
    private static final int LONGEST_LINE = 4_000;
    private static final int MOST_LINES = 200;
    private static final Pattern SPOKEN = Pattern.compile("(?s)\\d{3}([ -].*)?");
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*");

    Reply {
        lines = List.copyOf(lines);
    }

    /** @throws IOException when the line ends or what comes is no reply */
    static Reply read(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        while (true) {
            var line = line(in);
            if (!SPOKEN.matcher(line).matches()) throw new IOException("no SMTP reply");
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() < 4 || line.charAt(3) == ' ')
                return new Reply(Integer.parseInt(line.substring(0, 3)), lines);
            if (lines.size() > MOST_LINES) throw new IOException("reply too long");
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new IOException("line lost");
            if (line.length() >= LONGEST_LINE) throw new IOException("line too long");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    boolean positive() {
        return code >= 200 && code < 400;
    }

    boolean forGood() {
        return code >= 500;
    }

    boolean offers(String extension) {
        return lines.stream()
                .map(line -> line.toUpperCase(java.util.Locale.ROOT))
                .anyMatch(line -> line.equals(extension) || line.startsWith(extension + " "));
    }

    boolean offersAuth(String way) {
        return lines.stream()
                .map(line -> line.toUpperCase(java.util.Locale.ROOT))
                .anyMatch(line ->
                        line.startsWith("AUTH") && List.of(line.split("[ =]")).contains(way));
    }

    /** {@code 550 5.1.1}; the words may quote the address, so they are left out. */
    String word() {
        Matcher enhanced = ENHANCED.matcher(lines.getLast());
        return enhanced.matches() ? code + " " + enhanced.group(1) : Integer.toString(code);
    }

    /** A command as it goes over the line. */
    static byte[] bytes(String command) {
        return (command + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
