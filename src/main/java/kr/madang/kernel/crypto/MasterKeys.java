package kr.madang.kernel.crypto;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The master keys (마스터 키) that wrap the data keys; they live in a file or a setting, never in the database. Written one a line or
 * comma-separated as {@code id:base64 of 32 bytes}; the last is current, the earlier ones still unwrap. Prints as ids only.
 */
final class MasterKeys {
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)");

    private final Map<String, byte[]> keys;
    private final String current;

    private MasterKeys(LinkedHashMap<String, byte[]> keys) {
        this.keys = Collections.unmodifiableMap(keys);
        this.current = List.copyOf(keys.keySet()).getLast();
    }

    /** @throws IllegalArgumentException naming the number of the entry, never its text */
    static MasterKeys parse(String text) {
        var keys = new LinkedHashMap<String, byte[]>();
        int number = 0;
        for (var raw : text.split("[\\n,]")) {
            var line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            number++;
            var entry = ENTRY.matcher(line);
            if (!entry.matches())
                throw new IllegalArgumentException("암호 키 " + number + "번째 항목을 읽을 수 없습니다(형식: 이름:base64 32바이트).");
            if (keys.put(entry.group(1), Base64.getDecoder().decode(entry.group(2))) != null)
                throw new IllegalArgumentException("암호 키 이름이 겹칩니다: " + entry.group(1));
        }
        if (keys.isEmpty()) throw new IllegalArgumentException("암호 키가 하나도 없습니다.");
        return new MasterKeys(keys);
    }

    /** One new entry as a line of the key file. */
    static String generate(String id, SecureRandom random) {
        var key = new byte[CipherProvider.KEY_BYTES];
        random.nextBytes(key);
        return id + ":" + Base64.getEncoder().encodeToString(key);
    }

    String current() {
        return current;
    }

    Optional<byte[]> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    Set<String> ids() {
        return keys.keySet();
    }

    /** A key for another purpose than wrapping, bound to the current master, e.g. signing cursors. */
    byte[] derive(String id, String purpose) {
        return Hkdf.derive(find(id).orElseThrow(), purpose);
    }

    @Override
    public String toString() {
        return "MasterKeys" + keys.keySet();
    }
}
