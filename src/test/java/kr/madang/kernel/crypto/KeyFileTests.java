package kr.madang.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {
    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesAKeyOnlyTheOwnerReads() throws Exception {
        var file = folder.resolve("keys/master.keys");
        var made = KeyFile.readOrMake(file, false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        var again = KeyFile.readOrMake(file, true);
        assertThat(again.find("k1")).get().isEqualTo(made.find("k1").orElseThrow());
    }

    @Test
    void noNewKeyIsMadeForADatabaseThatHasOne() {
        var file = folder.resolve("keys/master.keys");
        assertThatThrownBy(() -> KeyFile.readOrMake(file, true)).isInstanceOf(MissingKey.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void startersAtTheSameTimeGetOneKey() throws Exception {
        var file = folder.resolve("keys/master.keys");
        var starts = new ArrayList<Callable<String>>();
        for (int i = 0; i < 16; i++)
            starts.add(() -> {
                KeyFile.readOrMake(file, false);
                return Files.readString(file);
            });
        var seen = new HashSet<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : pool.invokeAll(starts)) seen.add(result.get());
        }
        assertThat(seen).hasSize(1);
        try (var left = Files.list(file.getParent())) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void aKeyEveryoneCanReadIsRefused() throws Exception {
        var file = folder.resolve("k");
        Files.writeString(file, MasterKeys.generate("k1", new java.security.SecureRandom()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(MissingKey.class)
                .hasMessageContaining("600");
    }

    @Test
    void aBrokenKeyFileNamesTheEntryAndNotItsText() throws Exception {
        var file = folder.resolve("k");
        Files.writeString(file, "# comment\nk1:c2VjcmV0\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("1번째").hasMessageNotContaining("c2VjcmV0");
        for (var bad : new String[] {"", "k1", ":", "k1:AAAA"})
            assertThatThrownBy(() -> MasterKeys.parse(bad)).isInstanceOf(IllegalArgumentException.class);
    }
}
