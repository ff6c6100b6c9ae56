package kr.madang.approvals.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a package says it holds (목록).
 *
 * @param parts hash and size of each part by its path
 * @param broken lines that say nothing sensible, by their number
 */
record Manifest(Map<String, Sum> parts, List<Integer> broken) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,18}) (.{1,2000})");

    record Sum(String sha256, long size) {}

    static Manifest read(byte[] bytes) {
        var parts = new LinkedHashMap<String, Sum>();
        var broken = new java.util.ArrayList<Integer>();
        var lines = text(bytes).split("\n", -1);
        if (!lines[0].equals(Pack.HEAD)) broken.add(1);
        boolean ended = lines[lines.length - 1].isEmpty();
        if (!ended) broken.add(lines.length);
        for (int i = 1; i < lines.length - 1; i++) {
            var found = LINE.matcher(lines[i]);
            boolean said = found.matches()
                    && Pack.safe(found.group(3))
                    && parts.put(found.group(3), new Sum(found.group(1), Long.parseLong(found.group(2)))) == null;
            if (!said) broken.add(i + 1);
        }
        return new Manifest(parts, List.copyOf(broken));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
