package kr.madang.kernel.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the cluster, told by two file locks: the gate, held for a moment by whoever starts or stops it, and the shares, held by every
 * program as long as it works on it. Nobody reads these files: closing another handle on them would drop the locks.
 */
final class FileLocks implements AutoCloseable {
    private final FileChannel gate;
    private final FileChannel shares;
    private @Nullable FileLock share;

    FileLocks(Path data) throws IOException {
        gate = channel(data.resolve("postgres.gate"));
        shares = channel(data.resolve("postgres.shares"));
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Waits until nobody else starts or stops the cluster. */
    FileLock gate() throws IOException {
        return gate.lock();
    }

    /** Whether no program but this one uses the cluster; asked at the gate only. */
    boolean alone() throws IOException {
        var all = shares.tryLock();
        if (all == null) return false;
        all.release();
        return true;
    }

    void share() throws IOException {
        share = shares.lock(0, Long.MAX_VALUE, true);
    }

    void leave() throws IOException {
        if (share != null) share.release();
        share = null;
    }

    @Override
    public void close() {
        try (gate;
                shares) {
            leave();
        } catch (IOException e) {
            // the operating system drops the locks with the program
        }
    }
}
