package kr.madang.kernel.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.madang.kernel.search.index.Index;
import kr.madang.kernel.search.index.LuceneIndex;

/** Indexes in folders beside each other; a small file names the one in force and is replaced in one step. */
final class FolderPlace implements Place {
    private static final String CURRENT = "current";
    private static final String PREFIX = "index-";

    private final Path folder;
    private final Map<Index, Path> opened = new IdentityHashMap<>();

    FolderPlace(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public synchronized Optional<Index> open() throws IOException {
        var current = current();
        if (current.isEmpty() || !Files.isDirectory(current.get())) return Optional.empty();
        return Optional.of(open(current.get()));
    }

    /** Its folder is locked; and Lucene notices by itself when files are gone. */
    @Override
    public boolean inForce(Index index) {
        return true;
    }

    private LuceneIndex open(Path path) throws IOException {
        var index = LuceneIndex.open(path);
        opened.put(index, path);
        return index;
    }

    private Optional<Path> current() throws IOException {
        try {
            var name = Files.readString(folder.resolve(CURRENT)).strip();
            return name.matches(PREFIX + "[0-9]{1,9}") ? Optional.of(folder.resolve(name)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (java.nio.charset.CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized Index begin() throws IOException {
        Files.createDirectories(folder);
        int last = folders().stream()
                .mapToInt(path -> number(path.getFileName().toString()))
                .max()
                .orElse(0);
        return open(Files.createDirectory(folder.resolve(PREFIX + (last + 1))));
    }

    private static int number(String name) {
        var digits = name.substring(PREFIX.length());
        return digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : 0;
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }

    @Override
    public synchronized void enforce(Index index) throws IOException {
        var path = opened.get(index);
        if (path == null) throw new IOException("an index of another place");
        var draft = folder.resolve(CURRENT + ".new");
        Files.writeString(draft, path.getFileName().toString());
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public synchronized void forget() throws IOException {
        Files.deleteIfExists(folder.resolve(CURRENT));
    }

    @Override
    public synchronized void sweep() throws IOException {
        var kept = current();
        for (var path : folders()) if (kept.isEmpty() || !kept.get().equals(path)) delete(path);
        opened.values().retainAll(kept.isEmpty() ? Set.of() : Set.of(kept.get()));
    }

    private static void delete(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
