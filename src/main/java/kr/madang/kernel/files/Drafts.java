package kr.madang.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import kr.madang.kernel.Refused;

/** Files on their way in: received into a draft on the local disk, measured and hashed, before they become part of the store. */
final class Drafts {
    /** Left on the disk for the system, so that a full store does not stop the office. */
    private final long reserve;

    private final Path folder;

    /** What was received. */
    record Draft(Path path, long size, String sha256, byte[] head) implements AutoCloseable {
        /** Gone if it was not taken. */
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Drafts(Path folder, long reserve) {
        this.folder = folder;
        this.reserve = reserve;
    }

    /**
     * @param limit most bytes taken
     * @throws Refused {@code kernel.file.large}, {@code kernel.file.full}, {@code kernel.file.broken}; nothing is left behind
     */
    Draft receive(InputStream in, long limit) {
        var path = folder.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).getUsableSpace() < reserve) throw full();
            return write(in, path, limit);
        } catch (IOException | RuntimeException e) {
            discard(path);
            if (e instanceof Refused refused) throw refused;
            if (isFull(e)) throw full();
            throw new Refused(Refused.Reason.UNAVAILABLE, "kernel.file.broken");
        }
    }

    private Draft write(InputStream in, Path path, long limit) throws IOException {
        var digest = sha256();
        var buffer = new byte[64 * 1024];
        var head = new byte[Sniff.HEAD];
        int headLength = 0;
        long size = 0;
        try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > limit) throw new Refused(Refused.Reason.TOO_LARGE, "kernel.file.large", limit / 1_000_000);
                out.write(buffer, 0, count);
                int more = Math.min(count, head.length - headLength);
                System.arraycopy(buffer, 0, head, headLength, more);
                headLength += more;
            }
        }
        return new Draft(path, size, HexFormat.of().formatHex(digest.digest()), Arrays.copyOf(head, headLength));
    }

    static Refused full() {
        return new Refused(Refused.Reason.UNAVAILABLE, "kernel.file.full");
    }

    static boolean isFull(Throwable e) {
        var reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason != null && (reason.contains("No space left") || reason.contains("Disk quota exceeded"));
    }

    /** Drafts of uploads that a kill cut off. @return how many */
    int sweep(Duration age) throws IOException {
        if (!Files.exists(folder)) return 0;
        int swept = 0;
        try (var drafts = Files.list(folder)) {
            for (var draft : drafts.toList()) {
                if (Files.getLastModifiedTime(draft)
                        .toInstant()
                        .isBefore(Instant.now().minus(age))) {
                    discard(draft);
                    swept++;
                }
            }
        }
        return swept;
    }

    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
