package kr.madang.notices.carriers.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.madang.notices.carriers.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes bounces out of a Maildir (반송 편지함): the mail server delivers what comes to the bounce address into {@code new}, and what was read
 * goes to {@code cur}, but only after its receipts are kept; what is lost before is read again.
 *
 * <p>A folder, and neither a port of our own nor a mailbox over the net: every mail server on the same machine can deliver into one
 * without a password, nothing listens to strangers, a delivery is one atomic rename, and nothing is lost while the office is closed.
 */
final class Bounces implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Bounces.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int TOGETHER = 500;
    private static final long LARGEST = 2 * 1024 * 1024;
    private static final String READ = ":2,S";

    private final Path folder;
    private final DsnReader reader;
    private final Receipts receipts;
    private final Thread thread;

    Bounces(Path folder, Marks marks, Receipts receipts, Clock clock) {
        this(folder, marks, receipts, clock, PAUSE);
    }

    Bounces(Path folder, Marks marks, Receipts receipts, Clock clock, Duration pause) {
        this.folder = folder;
        this.reader = new DsnReader(marks, clock);
        this.receipts = receipts;
        thread = Thread.ofVirtual().name("bounces").start(() -> work(pause));
    }

    private void work(Duration pause) {
        try {
            while (true) {
                int found = round();
                if (found < TOGETHER) Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int round() {
        try {
            return read();
        } catch (IOException | RuntimeException e) {
            log.warn("반송 편지를 읽지 못했습니다: {}", e.getMessage());
            return 0;
        }
    }

    /** @return how many letters were taken out */
    private int read() throws IOException {
        var fresh = folder.resolve("new");
        if (!Files.isDirectory(fresh)) return 0;
        List<Path> letters;
        try (var files = Files.list(fresh)) {
            letters = files.sorted().limit(TOGETHER).toList();
        }
        var told = new ArrayList<Receipts.Receipt>();
        for (var letter : letters) read(letter, told);
        if (!told.isEmpty()) receipts.received(told);
        for (var letter : letters) away(letter);
        return letters.size();
    }

    private void read(Path letter, List<Receipts.Receipt> told) throws IOException {
        if (!Files.isRegularFile(letter, LinkOption.NOFOLLOW_LINKS) || Files.size(letter) > LARGEST) return;
        try (var in = new BufferedInputStream(Files.newInputStream(letter, LinkOption.NOFOLLOW_LINKS))) {
            reader.read(in).ifPresent(told::add);
        } catch (NoSuchFileException e) {
            // the other node was faster; the ledger takes a receipt once in any case
        }
    }

    private void away(Path letter) throws IOException {
        var read = folder.resolve("cur");
        Files.createDirectories(read);
        try {
            Files.move(letter, read.resolve(letter.getFileName() + READ), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // taken away by another node
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
