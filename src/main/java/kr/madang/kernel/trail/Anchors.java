package kr.madang.kernel.trail;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import kr.madang.kernel.crypto.Signer;

/**
 * The end of the chain as held outside the database (닻): the newest in {@code head}, overwritten with every sealing, and one line a day in
 * {@code days}, which only grows. Signed, so that a line cannot be made up; without them, entries cut off at the end of the trail
 * could not be told from entries never written.
 */
final class Anchors {
    /** @param sound whether the signature is ours */
    record Anchor(String day, long seq, byte[] chain, boolean sound) {}

    private static final HexFormat HEX = HexFormat.of();

    private final Path data;
    private final Signer signer;
    private final Clock clock;

    Anchors(Path data, Signer signer, Clock clock) {
        this.data = data;
        this.signer = signer;
        this.clock = clock;
    }

    /** A folder per database, named by a signature only that database's key makes. */
    private Path folder() {
        return data.resolve(HEX.formatHex(signer.sign("trail.database", new byte[0]), 0, 6));
    }

    synchronized void advance(TrailStore.Seal head) {
        try {
            Files.createDirectories(folder());
            var line = line(LocalDate.now(clock).toString(), head.seq(), head.chain());
            var draft = folder().resolve("head.draft");
            write(draft, line, CREATE, WRITE, TRUNCATE_EXISTING);
            Files.move(draft, folder().resolve("head"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line for today, unless today has one or the chain has not moved since the last. */
    synchronized void keepDay(TrailStore.Seal head) {
        var kept = read(folder().resolve("days"));
        var today = LocalDate.now(clock).toString();
        if (!kept.isEmpty()
                && (kept.getLast().day().equals(today) || kept.getLast().seq() >= head.seq())) return;
        try {
            Files.createDirectories(folder());
            var line = line(today, head.seq(), head.chain());
            write(folder().resolve("days"), line, CREATE, WRITE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Anchor> list() {
        var all = new ArrayList<>(read(folder().resolve("days")));
        all.addAll(read(folder().resolve("head")));
        return all;
    }

    private List<Anchor> read(Path file) {
        if (!Files.exists(file)) return List.of();
        try {
            return Files.readAllLines(file).stream().map(this::anchor).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Anchor anchor(String line) {
        try {
            var parts = line.split(" ");
            var chain = HEX.parseHex(parts[2]);
            long seq = Long.parseLong(parts[1]);
            return new Anchor(
                    parts[0], seq, chain, line.equals(line(parts[0], seq, chain).strip()));
        } catch (RuntimeException e) {
            return new Anchor("?", 0, new byte[0], false);
        }
    }

    private String line(String day, long seq, byte[] chain) {
        var text = day + " " + seq + " " + HEX.formatHex(chain);
        var mac = signer.sign("trail.anchor", text.getBytes(StandardCharsets.UTF_8));
        return text + " " + HEX.formatHex(mac) + "\n";
    }

    private static void write(Path file, String line, OpenOption... how) throws IOException {
        try (var channel = FileChannel.open(file, how)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
