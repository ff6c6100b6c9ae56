package kr.madang.approvals.dispatch.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder from which another system fetches packages (연계 폴더); none unless the setting {@code madang.dispatch.folder} names one. */
@Component
class Folder {
    private final String path;

    Folder(@Value("${madang.dispatch.folder:}") String path) {
        this.path = path.strip();
    }

    boolean ready() {
        return !path.isEmpty();
    }

    /** Whole or not at all; the name is the delivery's, so writing once more after a crash changes nothing. */
    void put(String name, byte[] bytes) throws IOException {
        var folder = Path.of(path);
        Files.createDirectories(folder);
        var draft = folder.resolve("." + name + ".part");
        Files.write(draft, bytes);
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
