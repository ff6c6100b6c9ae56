package kr.madang.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps files for all rooms (파일 보관); a room keeps the id and asks here for the bytes. */
public class Files {
    private static final Logger log = LoggerFactory.getLogger(Files.class);
    private static final Duration ORPHAN = Duration.ofDays(1);
    /** How long a content that matched its hash is believed without reading it again. */
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    private static final int REMEMBERED = 10_000;

    private final Blobs blobs;
    private final Drafts drafts;
    private final FileRows rows;
    private final Trail trail;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final long limit;
    private final ConcurrentHashMap<String, Instant> checked = new ConcurrentHashMap<>();

    Files(
            Blobs blobs,
            Drafts drafts,
            FileRows rows,
            Trail trail,
            TransactionOperations transaction,
            Clock clock,
            long limit) {
        this.blobs = blobs;
        this.drafts = drafts;
        this.rows = rows;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * Takes a file in, in the caller's transaction: rolled back, nobody ever sees it. The stream is read to its end, not closed.
     *
     * @throws Refused when it is too large, breaks off, or the disk is full; nothing half-written stays
     */
    @Transactional
    public StoredFile put(Actor by, String name, InputStream in) {
        try (var draft = drafts.receive(in, limit)) {
            rows.keep(draft.sha256());
            var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
            var type = Sniff.mediaType(draft.head());
            var file = new StoredFile(Id.next(now), plain(name), type, draft.size(), draft.sha256(), now, by.id());
            blobs.put(draft.sha256(), draft.path());
            rows.insert(file);
            return file;
        } catch (IOException e) {
            if (Drafts.isFull(e)) throw Drafts.full();
            log.error("파일을 보관하지 못했습니다.", e);
            throw new Refused(Refused.Reason.UNAVAILABLE, "kernel.file.store");
        }
    }

    /**
     * Another file with a content that is here already, under a name and for an owner of its own: taking either out leaves the other.
     *
     * @throws Refused {@code kernel.file.missing} when no file has this content
     */
    @Transactional
    public StoredFile again(Actor by, String name, String sha256) {
        rows.keep(sha256);
        var same = rows.holding(sha256).orElseThrow(() -> Refused.missing("kernel.file.missing"));
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var file = new StoredFile(Id.next(now), plain(name), same.mediaType(), same.size(), sha256, now, by.id());
        rows.insert(file);
        return file;
    }

    /** A file with this content. */
    public java.util.Optional<StoredFile> holding(String sha256) {
        return rows.holding(sha256);
    }

    /** @throws Refused {@code kernel.file.missing} */
    public StoredFile get(UUID id) {
        return rows.find(id).orElseThrow(() -> Refused.missing("kernel.file.missing"));
    }

    /** The whole file, checked against its hash before the first byte is handed out. */
    public InputStream open(StoredFile file) {
        return open(file, 0, file.size());
    }

    /**
     * A part of the file, for downloads that resume.
     *
     * @throws Refused {@code kernel.file.range} outside of the file, {@code kernel.file.damaged} when the bytes are no longer those put in
     */
    public InputStream open(StoredFile file, long from, long length) {
        if (from < 0 || length < 0 || from > file.size() || length > file.size() - from)
            throw Refused.invalid("kernel.file.range", file.size());
        try {
            check(file);
            return blobs.open(file.sha256(), from, length);
        } catch (IOException e) {
            if (e instanceof NoSuchFileException) throw damaged(file, "없음");
            log.error("파일 {}을(를) 읽지 못했습니다.", file.id(), e);
            throw new Refused(Refused.Reason.UNAVAILABLE, "kernel.file.store");
        }
    }

    private void check(StoredFile file) throws IOException {
        var now = clock.instant();
        var last = checked.get(file.sha256());
        if (last != null && last.isAfter(now.minus(BELIEVED))) return;
        var digest = Drafts.sha256();
        try (var in = blobs.open(file.sha256())) {
            var buffer = new byte[64 * 1024];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) digest.update(buffer, 0, count);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) throw damaged(file, "해시 불일치");
        if (checked.size() > REMEMBERED) checked.clear();
        checked.put(file.sha256(), now);
    }

    /** An alarm: someone or something changed bytes that were promised to stay. */
    private static Refused damaged(StoredFile file, String how) {
        log.error("경보: 보관된 파일 {}({})의 내용이 보관할 때와 다릅니다: {}", file.id(), file.sha256(), how);
        return new Refused(Refused.Reason.UNAVAILABLE, "kernel.file.damaged");
    }

    /** Takes the file out; its bytes go with the next sweep, unless another file has the same. @param reason told in the audit trail */
    @Transactional
    public void delete(Actor by, UUID id, String reason) {
        var file = get(id);
        if (!rows.delete(id)) throw Refused.missing("kernel.file.missing");
        trail.record(
                by,
                "kernel",
                "file.deleted",
                "file:" + id,
                Map.of("sha256", file.sha256(), "size", file.size(), "reason", reason));
    }

    /** Removes bytes no file names, after a day, and drafts a kill left. @return contents removed */
    int sweep() throws IOException {
        drafts.sweep(ORPHAN);
        int swept = 0;
        var before = clock.instant().minus(ORPHAN);
        try (var all = blobs.list()) {
            for (var blob : (Iterable<Blobs.Blob>) all.filter(b -> b.putAt().isBefore(before))::iterator)
                if (Boolean.TRUE.equals(transaction.execute(status -> sweep(blob.sha256())))) swept++;
        }
        return swept;
    }

    private boolean sweep(String sha256) {
        if (!rows.tryClaim(sha256) || rows.isNamed(sha256)) return false;
        try {
            blobs.remove(sha256);
            checked.remove(sha256);
            return true;
        } catch (IOException e) {
            log.warn("주인 없는 파일 내용을 지우지 못했습니다: {}", sha256, e);
            return false;
        }
    }

    /** The last part of a path, composed, without control and direction characters, at most 200 characters. */
    static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "")
                .strip();
        if (clean.codePointCount(0, clean.length()) > 200) clean = clean.substring(0, clean.offsetByCodePoints(0, 200));
        return clean.isEmpty() || clean.matches("\\.+") ? "파일" : clean;
    }
}
