package kr.madang.kernel.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's own programs, unpacked once from the archive Madang brings along.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {
    private static final long PATIENCE_SECONDS = 180;

    /**
     * Runs {@code initdb} or {@code pg_ctl} and waits for it.
     *
     * @param log takes what it prints; not a pipe, which the postmaster would hold open
     */
    void run(Path log, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(asUnprivileged());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        var process = builder.start();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) return;
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        throw failure(log, program);
    }

    private static RuntimeException failure(Path log, String program) throws IOException {
        var text = Files.readString(log);
        if (text.contains("No space left on device"))
            return Outside.unavailable("console.postgres.full", String.valueOf(log.getParent()));
        if (text.contains("unshare failed") || text.contains("cannot be run as root"))
            return Outside.unavailable("console.postgres.root");
        var last = text.lines().filter(line -> !line.isBlank()).toList();
        return Outside.unavailable(
                "console.postgres.failed",
                program,
                last.isEmpty() ? "-" : last.getLast().strip(),
                log);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and the files stay ours. */
    private static List<String> asUnprivileged() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))
                ? List.of("/usr/bin/unshare", "-U")
                : List.of();
    }

    /** The unpacked programs; the folder's name tells the archive, so that a newer Madang unpacks its own. */
    static Binaries under(Path data) throws IOException {
        byte[] archive;
        try (var in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), System.getProperty("os.arch"))) {
            if (in == null) throw Outside.unavailable("console.postgres.platform", system());
            archive = in.readAllBytes();
        }
        var folder = data.resolve("postgres-binaries").resolve(digest(archive));
        if (Files.isDirectory(folder)) return new Binaries(folder);
        var making = data.resolve("postgres-binaries").resolve("making");
        delete(making);
        unpack(archive, making);
        return new Binaries(Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE));
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "Darwin" : name.startsWith("linux") ? "Linux" : name;
    }

    private static String digest(byte[] archive) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(archive);
            return ClusterFolder.VERSION + "-" + HexFormat.of().formatHex(sum, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path to) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) throw new IOException("entry outside the archive: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                else if (entry.isLink()) Files.createLink(file, to.resolve(entry.getLinkName()));
                else {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, permissions(entry));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        return PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
