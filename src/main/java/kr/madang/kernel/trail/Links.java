package kr.madang.kernel.trail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.TreeMap;
import kr.madang.kernel.crypto.Signer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keyed hashes of the trail: of an entry by itself, and of the chain up to an entry. */
final class Links {
    static final byte[] BEGINNING = new byte[32];

    private final Signer signer;
    private final JsonMapper json;

    Links(Signer signer, JsonMapper json) {
        this.signer = signer;
        this.json = json;
    }

    byte[] mac(TrailEntry entry) {
        var out = new ByteArrayOutputStream(256);
        put(out, entry.id().toString());
        put(out, entry.at().toString());
        put(out, entry.actor().toString());
        put(out, entry.login());
        put(out, entry.room());
        put(out, entry.act());
        put(out, entry.subject());
        put(out, entry.address());
        put(out, canonical(entry.details()));
        return signer.sign("trail.entry", out.toByteArray());
    }

    byte[] chain(byte[] before, long seq, byte[] mac) {
        var link = ByteBuffer.allocate(before.length + Long.BYTES + mac.length)
                .put(before)
                .putLong(seq)
                .put(mac);
        return signer.sign("trail.chain", link.array());
    }

    /** One spelling for one value: the database keeps JSON by value and gives it back in its own order and spacing. */
    String canonical(String details) {
        return ordered(json.readTree(details)).toString();
    }

    private static Object ordered(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, Object>();
            node.properties().forEach(p -> fields.put(quoted(p.getKey()), ordered(p.getValue())));
            return fields;
        }
        if (node.isArray()) {
            var items = new ArrayList<Object>();
            node.forEach(item -> items.add(ordered(item)));
            return items;
        }
        if (node.isNumber()) {
            var number = node.decimalValue();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return node.isString() ? quoted(node.stringValue()) : node.toString();
    }

    /** With its length, so that no text can imitate the structure around it. */
    private static String quoted(String text) {
        return text.length() + "\"" + text + "\"";
    }

    private static void put(ByteArrayOutputStream out, String field) {
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }
}
