package kr.madang.approvals.dispatch.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import kr.madang.kernel.Refused;

/**
 * Reads a package that came from somewhere (꾸러미 읽기). Only the names a package has are taken, each once; sizes are counted while
 * unpacking, every checksum is compared, and the end of the archive must be there.
 */
public final class PacketReader {
    private static final Pattern ATTACHMENT = Pattern.compile("attachments/[0-9]{3}");
    private static final int MOST_ENTRIES = Packet.MOST_FILES + 7;
    private static final long MOST_BYTES = Packet.MOST_BYTES + 5_000_000;
    /** Of one text of the package. */
    private static final int LONGEST_TEXT = 2_000_000;

    /**
     * What came out.
     *
     * @param manifest SHA-256 of the list of checksums
     * @param signed the list of checksums itself
     * @param signature the sender's keyed hash of it; empty when the sender signs some other way
     */
    public record Opened(Packet packet, String manifest, byte[] signed, byte[] signature) {}

    private PacketReader() {}

    /** @throws Refused saying what is wrong with the package */
    public static Opened read(byte[] zip) {
        var entries = unpack(zip);
        var manifest = take(entries, PacketWriter.MANIFEST);
        var signature = take(entries, PacketWriter.SIGNATURE);
        check(manifest, entries);
        var card = CardXml.read(need(entries, PacketWriter.CARD));
        var files = new ArrayList<Packet.Enclosed>();
        for (int i = 0; i < card.files().size(); i++)
            files.add(new Packet.Enclosed(card.files().get(i), need(entries, PacketWriter.path(i))));
        var text = words(need(entries, PacketWriter.TEXT));
        var html = words(need(entries, PacketWriter.HTML));
        var pdf = entries.getOrDefault(PacketWriter.PDF, new byte[0]);
        var hwpx = entries.getOrDefault(PacketWriter.HWPX, new byte[0]);
        int bodies =
                2 + (entries.containsKey(PacketWriter.PDF) ? 1 : 0) + (entries.containsKey(PacketWriter.HWPX) ? 1 : 0);
        if (entries.size() != card.files().size() + bodies + 1) throw Markup.broken();
        var packet = new Packet(
                card.id(),
                card.from(),
                card.to(),
                card.number(),
                card.day(),
                card.title(),
                card.summary(),
                card.sender(),
                card.disclosure(),
                text,
                html,
                pdf,
                hwpx,
                files);
        if (packet.id().isBlank() || packet.title().isBlank()) throw Markup.broken();
        return new Opened(packet, Sums.sha256(manifest), manifest, decoded(signature));
    }

    private static Map<String, byte[]> unpack(byte[] zip) {
        var entries = new LinkedHashMap<String, byte[]>();
        long left = MOST_BYTES;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = entry.getName();
                if (!known(name)) throw Refused.invalid("approvals.packet.entry", shown(name));
                if (entries.size() >= MOST_ENTRIES) throw Refused.invalid("approvals.packet.crowded", MOST_ENTRIES);
                var bytes = entry(in, left);
                left -= bytes.length;
                if (entries.put(name, bytes) != null) throw Refused.invalid("approvals.packet.twice", name);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw torn();
        }
        if (entries.isEmpty() || counted(zip) != entries.size()) throw torn();
        return entries;
    }

    private static boolean known(String name) {
        return name.equals(PacketWriter.MANIFEST)
                || name.equals(PacketWriter.SIGNATURE)
                || name.equals(PacketWriter.CARD)
                || name.equals(PacketWriter.TEXT)
                || name.equals(PacketWriter.HTML)
                || name.equals(PacketWriter.PDF)
                || name.equals(PacketWriter.HWPX)
                || ATTACHMENT.matcher(name).matches();
    }

    private static String shown(String name) {
        var clean = name.replaceAll("\\p{C}", "\uFFFD");
        return clean.length() > 80 ? clean.substring(0, 80) : clean;
    }

    private static byte[] entry(ZipInputStream in, long left) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[64 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            left -= count;
            if (left < 0) throw Refused.invalid("approvals.packet.large", MOST_BYTES / 1_000_000);
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }

    /** How many entries the end of the archive says there are; -1 when the end is missing. */
    private static int counted(byte[] zip) {
        if (zip.length < 22) return -1;
        var end = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = zip.length - 22;
        return end.getInt(at) == 0x06054b50 ? Short.toUnsignedInt(end.getShort(at + 10)) : -1;
    }

    /** Every entry stands in the list with its size and hash, and nothing else does. */
    private static void check(byte[] manifest, Map<String, byte[]> entries) {
        var listed = words(manifest).lines().toList();
        var made = PacketWriter.manifest(entries).lines().toList();
        if (listed.size() != made.size()) throw Refused.invalid("approvals.packet.list");
        for (var line : made)
            if (!listed.contains(line))
                throw Refused.invalid("approvals.packet.altered", line.substring(line.lastIndexOf("  ") + 2));
    }

    private static byte[] take(Map<String, byte[]> entries, String name) {
        var bytes = need(entries, name);
        entries.remove(name);
        return bytes;
    }

    private static byte[] need(Map<String, byte[]> entries, String name) {
        var bytes = entries.get(name);
        if (bytes == null) throw Refused.invalid("approvals.packet.missing", name);
        return bytes;
    }

    private static String words(byte[] bytes) {
        if (bytes.length > LONGEST_TEXT) throw Refused.invalid("approvals.packet.large", LONGEST_TEXT / 1_000_000);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace('\0', '\uFFFD');
        } catch (CharacterCodingException e) {
            throw Markup.broken();
        }
    }

    private static byte[] decoded(byte[] signature) {
        var text = new String(signature, StandardCharsets.ISO_8859_1).strip();
        if (!text.startsWith(PacketWriter.SCHEME.strip())) return new byte[0];
        try {
            return Base64.getUrlDecoder()
                    .decode(text.substring(PacketWriter.SCHEME.strip().length()).strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Refused torn() {
        return Refused.invalid("approvals.packet.torn");
    }
}
