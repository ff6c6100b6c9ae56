package kr.madang;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** One open office per data folder. The claim is a file lock: a killed program leaves none behind. */
final class Claim {
    /** Kept for as long as the program lives: a channel nobody refers to is closed by the collector, and its lock is gone. */
    private static @Nullable FileChannel held;

    private Claim() {}

    /** @param address told to whoever comes second */
    static void take(Path data, String address) throws IOException {
        var note = data.resolve("madang.running");
        try {
            Files.createDirectories(data);
            held = FileChannel.open(data.resolve("madang.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Refused(Refused.Reason.UNAVAILABLE, "console.postgres.denied", data);
        }
        if (held.tryLock() == null) throw taken(note);
        Files.writeString(note, ProcessHandle.current().pid() + "\n" + address + "\n");
    }

    private static Refused taken(Path note) throws IOException {
        var lines = Files.exists(note) ? Files.readAllLines(note) : List.<String>of();
        return Refused.conflict(
                "console.office.running",
                lines.size() > 1 ? lines.get(1) : "?",
                lines.isEmpty() ? "?" : lines.getFirst());
    }
}
