package kr.madang.kernel.crypto;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The key file (키 파일): made with owner-only rights on the first start of a single machine, only read afterwards. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private KeyFile() {}

    /** The keys of the file; it is made when missing, unless {@code inUse} says that the database already depends on keys. */
    static MasterKeys readOrMake(Path file, boolean inUse) {
        try {
            if (!Files.exists(file)) {
                if (inUse)
                    throw new MissingKey(
                            "암호 키 파일이 없습니다: " + file + ". 이 데이터베이스의 암호화된 값은 그 키로만 열립니다. 백업에서 되돌리거나 MADANG_KEYS로 주십시오.");
                make(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws MissingKey when the file is missing, readable by everyone on the machine, or not a key file */
    static MasterKeys read(Path file) throws IOException {
        try {
            var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (posix != null && posix.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ))
                throw new MissingKey("암호 키 파일을 누구나 읽을 수 있습니다: " + file + ". 권한을 600으로 바꾸고 키를 교체하십시오.");
            return MasterKeys.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new MissingKey("암호 키 파일이 없습니다: " + file);
        } catch (IllegalArgumentException e) {
            throw new MissingKey(file + ": " + e.getMessage());
        }
    }

    /** Written whole beside its place, forced to disk, then linked there: a reader never sees half a key, two starters never two. */
    private static void make(Path file) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder, only(Files.getFileStore(existing(folder)), OWNER_FOLDER));
        var draft = folder.resolve("." + UUID.randomUUID());
        var text = "# Madang 마스터 키. 이 파일을 잃으면 암호화된 값을 되살릴 수 없습니다. 데이터베이스와 다른 곳에 백업하십시오.\n"
                + MasterKeys.generate("k1", new SecureRandom()) + "\n";
        try (var channel =
                FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), only(Files.getFileStore(folder), OWNER_ONLY))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another starter was faster; its key counts
        } finally {
            Files.delete(draft);
        }
    }

    private static Path existing(Path folder) {
        var at = folder;
        while (!Files.exists(at) && at.getParent() != null) at = at.getParent();
        return at;
    }

    private static FileAttribute<?>[] only(FileStore store, Set<PosixFilePermission> rights) {
        return store.supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }
}
