package kr.madang.office.exchange;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes an execution export (집행내역) in. Uploading only shows what would happen; confirming checks again under lock and writes all rows
 * or none. The same file, or the same document numbers with the same content, change nothing.
 */
@Service
@Transactional
public class Imports {
    public static final int LARGEST_FILE = 20 << 20;

    /** A file taken in. */
    public record Batch(
            UUID id, String fileName, int fiscalYear, int rows, int skipped, long total, Instant at, String by) {}

    private final ImportStore store;
    private final Examiner examiner;
    private final Trail trail;
    private final Clock clock;
    private final JsonMapper json;

    Imports(ImportStore store, Ledger ledger, Budget budget, Trail trail, Clock clock, JsonMapper json) {
        this.store = store;
        this.examiner = new Examiner(store, ledger, budget);
        this.trail = trail;
        this.clock = clock;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public List<Batch> batches() {
        return store.batches();
    }

    /** Keeps the file for a day, so that it can be looked at and confirmed. */
    public UUID upload(Actor by, String fileName, byte[] bytes) {
        if (bytes.length == 0) throw Refused.invalid("kernel.sheet.empty");
        if (bytes.length > LARGEST_FILE) throw new Refused(Refused.Reason.TOO_LARGE, "kernel.sheet.large", 20);
        var now = clock.instant();
        var name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        var draft = new ImportStore.Draft(
                Id.next(now), name.length() > 120 ? name.substring(0, 120) : name, hash(bytes), bytes);
        store.saveDraft(draft, now, by.id());
        return draft.id();
    }

    /** @param stated the total somebody has on paper, in won; null when none is stated */
    @Transactional(readOnly = true)
    public Preview preview(Actor by, UUID draft, @Nullable BigDecimal stated) {
        var file = file(by, draft);
        return examiner.examine(file.fileName(), file.bytes(), stated, store.imported(file.fileHash()), false);
    }

    public Batch confirm(Actor by, UUID draft, @Nullable BigDecimal stated) {
        var file = file(by, draft);
        var preview = examiner.examine(file.fileName(), file.bytes(), stated, store.imported(file.fileHash()), true);
        if (preview.repeated()) throw Refused.conflict("office.import.repeated");
        if (!preview.mistakes().isEmpty())
            throw Refused.invalid("office.import.mistakes", preview.mistakes().size());
        var now = clock.instant();
        var batch = new Batch(
                Id.next(now),
                file.fileName(),
                preview.fiscalYear(),
                preview.fresh().size(),
                preview.skipped(),
                preview.total(),
                now,
                by.login());
        store.insertBatch(batch, file.fileHash());
        if (!preview.fresh().isEmpty())
            store.insertEntries(json.writeValueAsString(Rows.of(preview.fresh(), batch, now)));
        store.deleteDraft(draft);
        trail.record(
                by,
                "office",
                "ledger.imported",
                "import:" + batch.id(),
                Map.of(
                        "file",
                        file.fileName(),
                        "rows",
                        batch.rows(),
                        "skipped",
                        batch.skipped(),
                        "total",
                        batch.total()));
        return batch;
    }

    private ImportStore.Draft file(Actor by, UUID draft) {
        return store.draft(draft, by.id()).orElseThrow(() -> Refused.missing("office.import.gone"));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
