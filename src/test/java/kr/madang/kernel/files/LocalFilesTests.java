package kr.madang.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalFilesTests extends FileContract {
    @Override
    Blobs blobs() {
        return new LocalBlobs(folder.resolve("store"));
    }

    @Override
    void damage(String sha256, byte[] bytes) throws IOException {
        java.nio.file.Files.write(place(sha256), bytes);
    }

    private Path place(String sha256) {
        return folder.resolve("store/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256);
    }

    /** Puts files without end, as a busy office would; killed by {@link #aKillAtAnyMomentLeavesWholeFilesOnly()}. */
    static final class Busy {
        public static void main(String[] args) throws Exception {
            var folder = Path.of(args[0]);
            var drafts = new Drafts(folder.resolve("drafts"), 0);
            var blobs = new LocalBlobs(folder.resolve("store"));
            var random = new Random();
            while (true) {
                var bytes = new byte[random.nextInt(400_000)];
                random.nextBytes(bytes);
                try (var draft = drafts.receive(new ByteArrayInputStream(bytes), Long.MAX_VALUE)) {
                    blobs.put(draft.sha256(), draft.path());
                    System.out.println(draft.sha256());
                }
            }
        }
    }

    @Test
    void aKillAtAnyMomentLeavesWholeFilesOnly() throws Exception {
        for (int round = 0; round < 3; round++) {
            var java = ProcessHandle.current().info().command().orElseThrow();
            var busy = new ProcessBuilder(
                            java, "-cp", System.getProperty("java.class.path"), Busy.class.getName(), folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var out = new BufferedReader(new InputStreamReader(busy.getInputStream()))) {
                for (int i = 0; i < 20 + 7 * round; i++) {
                    var sha256 = out.readLine();
                    assertThat(sha256).isNotNull();
                    assertThat(place(sha256)).exists();
                }
            } finally {
                busy.destroyForcibly().waitFor();
            }
        }
        try (var all = blobs.list()) {
            for (var blob : all.toList()) {
                var digest = Drafts.sha256().digest(java.nio.file.Files.readAllBytes(place(blob.sha256())));
                assertThat(HexFormat.of().formatHex(digest)).isEqualTo(blob.sha256());
            }
        }
        new Drafts(folder.resolve("drafts"), 0).sweep(Duration.ofSeconds(-1));
        try (var left = java.nio.file.Files.list(folder.resolve("drafts"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDiskNearlyFullIsRefusedBeforehand() {
        var drafts = new Drafts(folder.resolve("drafts"), Long.MAX_VALUE);
        assertThatThrownBy(() -> drafts.receive(new ByteArrayInputStream(new byte[1]), 10))
                .hasMessageContaining("kernel.file.full");
    }

    @Test
    void aDiskThatFillsUpIsSaidAndNothingHalfWrittenStays() throws Exception {
        var disk = java.nio.file.Files.createDirectory(folder.resolve("disk"));
        var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()).start();
        assumeThat(mount.waitFor()).as("may mount a small disk here").isZero();
        try {
            var drafts = new Drafts(disk.resolve("drafts"), 0);
            assertThatThrownBy(() -> drafts.receive(new ByteArrayInputStream(bytes(2_000_000, 1)), LIMIT))
                    .hasMessageContaining("kernel.file.full");
            try (var left = java.nio.file.Files.list(disk.resolve("drafts"))) {
                assertThat(left).isEmpty();
            }
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    void namesComeWithoutFoldersAndTricks() {
        assertThat(Files.plain("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Files.plain("C:\\자료\\보고서.hwp")).isEqualTo("보고서.hwp");
        assertThat(Files.plain("a\u202Egpj.exe\u0000\n")).isEqualTo("agpj.exe");
        assertThat(Files.plain("")).isEqualTo("파일");
        assertThat(Files.plain("..")).isEqualTo("파일");
        assertThat(Files.plain("가".repeat(300))).hasSize(200);
    }
}
