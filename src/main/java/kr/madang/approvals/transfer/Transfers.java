package kr.madang.approvals.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.CardCopies;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.crypto.Signer;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.files.StoredFile;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Transfers of closed files to the archives (이관): made once, handed out as often as asked, always with the same bytes. */
@Component
@Transactional
public class Transfers {
    private final TransferStore store;
    private final CardCopies cards;
    private final Files files;
    private final Signer signer;
    private final Telling telling;
    private final Trail trail;
    private final Clock clock;

    Transfers(
            TransferStore store,
            CardCopies cards,
            Files files,
            Signer signer,
            JsonMapper json,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.files = files;
        this.signer = signer;
        this.telling = new Telling(json);
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Slice<Transfer> page(@Nullable String cursor, int size) {
        return store.page(cursor, size);
    }

    @Transactional(readOnly = true)
    public Transfer get(UUID id) {
        return store.find(id).orElseThrow(() -> Refused.missing("approvals.transfer.missing"));
    }

    /**
     * Takes all files of the unit and year that no transfer has taken yet; the year has to be closed and every attachment whole.
     *
     * @return the id of the transfer
     */
    public UUID make(Actor by, String unit, int year) {
        mayManage(by);
        if (store.anyOpen(unit, year)) throw Refused.conflict("approvals.transfer.open", String.valueOf(year));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var transfer = new Transfer(Id.next(now), unit, "", year, now, by.login(), 0, 0);
        try {
            var left = store.left(unit, year);
            if (left.isEmpty()) throw Refused.conflict("approvals.transfer.nothing", String.valueOf(year));
            store.insert(transfer, telling.text(cards.names(store.people(left))), left);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("approvals.transfer.late");
        }
        store.attachments(transfer.id(), this::check);
        var made = get(transfer.id());
        var details = Map.of("unit", unit, "year", year, "files", made.files(), "papers", made.papers());
        trail.record(by, "approvals", "transfer.made", "transfer:" + made.id(), details);
        return made.id();
    }

    /** A package that lacks an attachment is not made. */
    private void check(TransferStore.Attached attached) {
        try {
            open(new Attachment(attached.name(), attached.size(), attached.sha256()))
                    .close();
        } catch (Refused | IOException e) {
            throw Refused.conflict("approvals.transfer.attachment", attached.number(), attached.name());
        }
    }

    /** The bytes lie under their hash, whichever room put them there. */
    private InputStream open(Attachment attachment) {
        return files.open(new StoredFile(
                new UUID(0, 0),
                attachment.name(),
                "application/octet-stream",
                attachment.size(),
                attachment.sha256(),
                Instant.EPOCH,
                Actor.SYSTEM.id()));
    }

    /** Writes the package; every paper in it counts as looked at. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void write(Actor by, UUID id, OutputStream out) {
        var reader = cards.reader(by);
        var transfer = get(id);
        trail.record(by, "approvals", "transfer.handed", "transfer:" + id, Map.of("year", transfer.year()));
        var carried = store.files(id);
        var names = store.names(id);
        try (var pack = new Pack(out, signer)) {
            pack.add("transfer.json", telling.transfer(transfer, carried));
            pack.add("people.json", names.getBytes(StandardCharsets.UTF_8));
            for (var file : carried) {
                int number = 0;
                for (var paper : store.papers(file.id()))
                    add(
                            pack,
                            "files/%s/%06d".formatted(file.code().text(), ++number),
                            reader.read(new Paper.Id(paper)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Pack pack, String folder, CardCopies.Copy card) throws IOException {
        pack.add(folder + "/card.json", telling.card(card));
        pack.add(folder + "/text.txt", card.last().text().getBytes(StandardCharsets.UTF_8));
        int number = 0;
        for (var attachment : card.last().attachments())
            try (var in = open(attachment)) {
                pack.add(folder + "/attachments/%02d-%s".formatted(++number, plain(attachment.name())), in);
            }
    }

    /** The name stands whole in the card; in a path only what every system takes. */
    private static String plain(String name) {
        var plain = name.replaceAll("[/\\\\:\\p{Cntrl}\\p{Cf}]", "_");
        return plain.length() > 150 ? plain.substring(plain.length() - 150) : plain;
    }

    /** Reads a package again and names what is damaged; the look is told in the audit trail. */
    public Inspection inspect(Actor by, Path file) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
        var found = Inspection.of(file, signer);
        var details = Map.of("parts", found.parts(), "damages", found.damages().size(), "signed", found.signed());
        trail.record(by, "approvals", "package.inspected", "package", details);
        return found;
    }

    private static void mayManage(Actor by) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
    }
}
