package kr.madang.notices.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The seal of what a key may do (인증키 봉인): who approves the seal approves exactly that, down to the version of each text. */
final class KeySeal {
    private KeySeal() {}

    static String of(ApiKey key) {
        var parts = Stream.of(
                List.of(
                        key.id().toString(),
                        key.name(),
                        key.purpose(),
                        key.kind().name(),
                        key.expires().toString(),
                        Integer.toString(key.perMinute()),
                        Integer.toString(key.perMonth()),
                        Boolean.toString(key.free())),
                key.texts().stream()
                        .map(t -> t.template() + "/" + t.number() + "/" + t.hash())
                        .sorted()
                        .toList(),
                key.addresses().stream().map(ApiKey.Listed::finder).sorted().toList());
        // with its length before each part, so that nothing can move from one into the next
        return digest(
                parts.map(list -> list.stream().map(p -> p.length() + ":" + p).collect(Collectors.joining()))
                        .map(p -> p.length() + ":" + p)
                        .collect(Collectors.joining()));
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
