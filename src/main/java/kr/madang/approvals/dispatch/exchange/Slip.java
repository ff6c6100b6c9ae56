package kr.madang.approvals.dispatch.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import kr.madang.kernel.Refused;

/**
 * Tells the sender of a package that it arrived (도달 확인서).
 *
 * @param packet id of the package
 * @param manifest SHA-256 of its list of checksums; only who had the package knows it
 * @param by the agency and unit that received it
 * @param number their receipt number
 */
public record Slip(String packet, String manifest, String by, String number, Instant at) {
    private static final String ROOT = "madang-arrival";
    private static final int MOST_BYTES = 20_000;

    public byte[] write() {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + ROOT + " version=\"1\">\n");
        Markup.put(out, "packet", packet);
        Markup.put(out, "manifest", manifest);
        Markup.put(out, "by", by);
        Markup.put(out, "number", number);
        Markup.put(out, "at", at.toString());
        return out.append("</" + ROOT + ">\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refused when it is no slip */
    public static Slip read(byte[] xml) {
        if (xml.length > MOST_BYTES) throw Refused.invalid("approvals.arrival.unreadable");
        try {
            var elements = Markup.read(xml, ROOT);
            return new Slip(
                    CardXml.one(elements, "packet", 64),
                    CardXml.one(elements, "manifest", 64),
                    CardXml.one(elements, "by", 200),
                    CardXml.one(elements, "number", 100),
                    Instant.parse(CardXml.one(elements, "at", 40)));
        } catch (DateTimeException | Refused e) {
            throw Refused.invalid("approvals.arrival.unreadable");
        }
    }
}
