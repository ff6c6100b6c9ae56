package kr.madang.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** Bytes in a local folder: {@code ab/cd/abcd…}. The draft lies on the same disk, is forced to it and renamed into place. */
final class LocalBlobs implements Blobs {
    private final Path folder;

    LocalBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String sha256, Path draft) throws IOException {
        var place = place(sha256);
        var parent = Objects.requireNonNull(place.getParent());
        Files.createDirectories(parent);
        force(draft, StandardOpenOption.WRITE);
        Files.setLastModifiedTime(draft, FileTime.from(Instant.now()));
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // the rename itself must survive a power cut too
        force(parent, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String sha256, long from, long length) throws IOException {
        var channel = FileChannel.open(place(sha256), StandardOpenOption.READ);
        try {
            channel.position(from);
            return new Bounded(Channels.newInputStream(channel), length);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    @Override
    public Stream<Blob> list() throws IOException {
        if (!Files.exists(folder)) return Stream.empty();
        return Files.walk(folder, 3)
                .filter(f -> f.getFileName().toString().matches("[0-9a-f]{64}"))
                .flatMap(LocalBlobs::blob);
    }

    private static Stream<Blob> blob(Path file) {
        try {
            return Stream.of(new Blob(
                    file.getFileName().toString(),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
