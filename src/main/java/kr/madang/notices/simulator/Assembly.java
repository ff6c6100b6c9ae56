package kr.madang.notices.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.notices.carriers.smpp.Coding;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/** Puts messages together from the PDUs that carry them, as a phone does (문자 합치기). */
final class Assembly {
    private static final int MOST_OPEN = 1_000;
    private static final int HEAD = 6;
    private static final int HAS_HEAD = 0x40;
    private static final List<Coding> CODINGS = List.of(Coding.KOREAN, Coding.UNICODE, Coding.ALPHABET, Coding.ASCII);

    private record Key(String from, String to, int reference, int total) {}

    private final Map<Key, @Nullable String[]> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, @Nullable String[]> eldest) {
            return size() > MOST_OPEN;
        }
    };

    /** The whole message, when this was its last missing part. */
    synchronized Optional<Received> add(String id, SubmitSm pdu, Instant at) {
        var bytes = bytes(pdu);
        boolean part = (pdu.getEsmClass() & HAS_HEAD) != 0 && bytes.length >= HEAD && bytes[0] == 5 && bytes[1] == 0;
        if (!part) return Optional.of(received(id, pdu, text(pdu, bytes), 1, at));
        int total = bytes[4] & 0xff;
        int number = bytes[5] & 0xff;
        if (number < 1 || number > total) return Optional.empty();
        var key = new Key(given(pdu.getSourceAddr()), given(pdu.getDestAddress()), bytes[3] & 0xff, total);
        var parts = open.computeIfAbsent(key, _ -> new String[total]);
        parts[number - 1] = text(pdu, Arrays.copyOfRange(bytes, HEAD, bytes.length));
        if (Arrays.stream(parts).anyMatch(each -> each == null)) return Optional.empty();
        open.remove(key);
        return Optional.of(received(id, pdu, String.join("", parts), total, at));
    }

    private static Received received(String id, SubmitSm pdu, String text, int pieces, Instant at) {
        return new Received(id, given(pdu.getSourceAddr()), given(pdu.getDestAddress()), text, pieces, at);
    }

    private static byte[] bytes(SubmitSm pdu) {
        var payload = pdu.getOptionalParameter(OptionalParameter.Message_payload.class);
        return payload == null ? pdu.getShortMessage() : payload.getValue();
    }

    private static String text(SubmitSm pdu, byte[] bytes) {
        return CODINGS.stream()
                .filter(coding -> coding.number() == (pdu.getDataCoding() & 0xff))
                .findFirst()
                .map(coding -> coding.read(bytes))
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String given(@Nullable String address) {
        return address == null ? "" : address;
    }
}
