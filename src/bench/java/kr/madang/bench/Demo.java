package kr.madang.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The demo office of this run, filled when the first bench asks for it: one that an older program filled lacks what newer rooms need. */
final class Demo implements AutoCloseable {
    private final Path data;
    private @Nullable Office office;

    Demo(Path data) {
        this.data = data;
    }

    Office office() throws Exception {
        if (office == null) {
            FileSystemUtils.deleteRecursively(data);
            office = new Office(data);
        }
        return office;
    }

    @Override
    public void close() {
        if (office != null) office.close();
    }
}
