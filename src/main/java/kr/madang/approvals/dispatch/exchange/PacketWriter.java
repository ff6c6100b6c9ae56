package kr.madang.approvals.dispatch.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.madang.kernel.Refused;

/** Makes the package of a paper (꾸러미 만들기); the same paper makes the same bytes, so it may be written once more after a crash. */
public final class PacketWriter {
    static final String MANIFEST = "manifest.txt";
    static final String SIGNATURE = "signature.txt";
    static final String CARD = "card.xml";
    static final String TEXT = "body.txt";
    static final String HTML = "body.html";
    static final String PDF = "body.pdf";
    static final String HWPX = "body.hwpx";
    static final String SCHEME = "madang-hmac-sha256 ";
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** @param manifest SHA-256 of the list of checksums: what the arrival slip names */
    public record Written(byte[] bytes, String manifest) {}

    private PacketWriter() {}

    /** @param sign the keyed hash of the list of checksums */
    public static Written write(Packet packet, UnaryOperator<byte[]> sign) {
        long size = packet.files().stream().mapToLong(f -> f.bytes().length).sum();
        if (size > Packet.MOST_BYTES || packet.files().size() > Packet.MOST_FILES)
            throw Refused.invalid("approvals.packet.heavy", Packet.MOST_BYTES / 1_000_000);
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(CARD, CardXml.write(packet).getBytes(StandardCharsets.UTF_8));
        entries.put(TEXT, packet.text().getBytes(StandardCharsets.UTF_8));
        entries.put(HTML, packet.html().getBytes(StandardCharsets.UTF_8));
        if (packet.pdf().length > 0) entries.put(PDF, packet.pdf());
        if (packet.hwpx().length > 0) entries.put(HWPX, packet.hwpx());
        for (int i = 0; i < packet.files().size(); i++)
            entries.put(path(i), packet.files().get(i).bytes());
        var manifest = manifest(entries).getBytes(StandardCharsets.UTF_8);
        var signature = SCHEME + Base64.getUrlEncoder().withoutPadding().encodeToString(sign.apply(manifest)) + "\n";
        var all = new LinkedHashMap<String, byte[]>();
        all.put(MANIFEST, manifest);
        all.put(SIGNATURE, signature.getBytes(StandardCharsets.UTF_8));
        all.putAll(entries);
        return new Written(zip(all), Sums.sha256(manifest));
    }

    /** Names of attachments stand in the card; in the archive they are counted, so no name can lead anywhere. */
    static String path(int file) {
        return "attachments/%03d".formatted(file + 1);
    }

    static String manifest(Map<String, byte[]> entries) {
        var lines = new StringBuilder();
        entries.forEach((path, bytes) -> lines.append(Sums.sha256(bytes))
                .append("  ")
                .append(bytes.length)
                .append("  ")
                .append(path)
                .append('\n'));
        return lines.toString();
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var entry : entries.entrySet()) {
                var head = new ZipEntry(entry.getKey());
                head.setTimeLocal(ALWAYS);
                zip.putNextEntry(head);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
