package kr.madang.approvals.dispatch.office;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Routes;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.dispatch.exchange.Packet;
import kr.madang.approvals.dispatch.exchange.PacketReader;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.Signer;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.files.StoredFile;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what comes from outside (외부 문서 접수), as a package or typed by hand, and drafts the answer to what came. */
@Service
@Transactional
public class Intake {
    private static final UnitTask UNFILED = new UnitTask("00000000", "미분류", Retention.YEARS_5);

    /**
     * What somebody typed from a paper in his hand.
     *
     * @param unit code of the unit it is for; empty when the document unit is to decide later
     */
    public record Typed(
            String title,
            String sender,
            String senderNumber,
            @Nullable LocalDate sentOn,
            String summary,
            boolean closed,
            String unit) {
        public Typed {
            title = clean(title, 200, "approvals.content.title");
            sender = clean(sender, 100, "approvals.receipt.sender");
            senderNumber = senderNumber.isBlank() ? "" : clean(senderNumber, 100, "approvals.receipt.number");
            summary = summary.isBlank() ? "" : summary.replace('\0', '\uFFFD').strip();
            if (summary.length() > 1_000) throw Refused.invalid("approvals.content.summary", 1_000);
        }

        private static String clean(String text, int longest, String code) {
            var clean = text.strip();
            if (clean.isEmpty() || clean.length() > longest || clean.chars().anyMatch(Character::isISOControl))
                throw Refused.invalid(code, longest);
            return clean;
        }
    }

    private final Arrivals arrivals;
    private final ReceiptStore store;
    private final Receipts receipts;
    private final Units units;
    private final Files files;
    private final Signer signer;
    private final Approvals approvals;
    private final Routes routes;
    private final Trail trail;
    private final Clock clock;

    Intake(
            Arrivals arrivals,
            ReceiptStore store,
            Receipts receipts,
            Units units,
            Files files,
            Signer signer,
            Approvals approvals,
            Routes routes,
            Trail trail,
            Clock clock) {
        this.arrivals = arrivals;
        this.store = store;
        this.receipts = receipts;
        this.units = units;
        this.files = files;
        this.signer = signer;
        this.approvals = approvals;
        this.routes = routes;
        this.trail = trail;
        this.clock = clock;
    }

    /** The same desk at another moment, for an office that is made up. */
    Intake at(Clock then) {
        return new Intake(arrivals, store, receipts.at(then), units, files, signer, approvals, routes, trail, then);
    }

    /** Enters a paper somebody holds in his hand, with its scan. */
    public Receipt.Id enter(Actor by, Typed typed, List<Packet.Enclosed> scans) {
        Receipts.mayWork(by);
        var today = receipts.today();
        if (typed.sentOn() != null && typed.sentOn().isAfter(today)) throw Refused.invalid("approvals.receipt.future");
        var incoming = new Incoming(
                Incoming.Origin.HAND,
                null,
                null,
                null,
                Incoming.Signature.NONE,
                typed.sender(),
                typed.senderNumber(),
                typed.sentOn(),
                typed.title(),
                typed.summary(),
                "",
                typed.closed(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return write(by, incoming, typed.unit(), stored(by, scans), "entered");
    }

    /**
     * Takes in a package from another agency.
     *
     * @throws Refused when it is broken, or has come before; nothing of it is kept and no number is drawn
     */
    public Receipt.Id importPacket(Actor by, byte[] zip, String unit) {
        Receipts.mayWork(by);
        var opened = PacketReader.read(zip);
        var packet = opened.packet();
        store.ofPacket(packet.id()).ifPresent(known -> {
            throw Refused.conflict(
                    known.manifest().equals(opened.manifest()) ? "approvals.packet.again" : "approvals.packet.other",
                    store.number(new Receipt.Id(known.id())));
        });
        boolean ours = signer.verifies(Letters.PURPOSE, opened.signed(), opened.signature());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var incoming = new Incoming(
                Incoming.Origin.PACKAGE,
                null,
                packet.id(),
                opened.manifest(),
                ours ? Incoming.Signature.OURS : Incoming.Signature.UNVERIFIED,
                packet.from().isBlank() ? packet.sender() : packet.from(),
                packet.number(),
                packet.day(),
                plain(packet.title()),
                packet.summary(),
                packet.text(),
                packet.disclosure().startsWith("비공개"),
                now);
        var all = new ArrayList<>(letters(packet));
        all.addAll(packet.files());
        // the package itself too, as it came
        all.add(new Packet.Enclosed(packet.id() + ".zip", zip));
        try {
            return write(by, incoming, unit, stored(by, all), "imported");
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("approvals.packet.again", "");
        }
    }

    /** The letter itself as files to open, where the package brought it as such. */
    private static List<Packet.Enclosed> letters(Packet packet) {
        var letters = new ArrayList<Packet.Enclosed>();
        if (packet.pdf().length > 0) letters.add(new Packet.Enclosed("시행문.pdf", packet.pdf()));
        if (packet.hwpx().length > 0) letters.add(new Packet.Enclosed("시행문.hwpx", packet.hwpx()));
        return letters;
    }

    private static String plain(String title) {
        return title.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private List<StoredFile> stored(Actor by, List<Packet.Enclosed> enclosed) {
        // the letter in two forms and the package itself come on top
        if (enclosed.size() > Packet.MOST_FILES + 3)
            throw Refused.invalid("approvals.content.attachments", Packet.MOST_FILES);
        return enclosed.stream()
                .map(f -> files.put(by, f.name(), new ByteArrayInputStream(f.bytes())))
                .toList();
    }

    /** For the own unit it is taken at once; for another that one takes it; for none the document unit gives it out. */
    private Receipt.Id write(Actor by, Incoming incoming, String unit, List<StoredFile> enclosed, String act) {
        var own = units.of(by.team()).code();
        if (!unit.isEmpty() && units.all().stream().noneMatch(u -> u.code().equals(unit)))
            throw Refused.invalid("approvals.recipient.unit");
        var state =
                unit.isEmpty() ? Receipt.State.WAITING : unit.equals(own) ? Receipt.State.TAKEN : Receipt.State.GIVEN;
        var holder = unit.isEmpty() ? units.documents().code() : unit;
        var id = new Receipt.Id(Id.next(incoming.arrivedAt()));
        arrivals.write(by, new Receipt(id, state, holder, null, null, ""), incoming, enclosed, act);
        return id;
    }

    /** Opens a draft that names the document it answers (회신 기안); the first one is linked, further ones lead to it. */
    public Paper.Id answer(Actor by, Receipt.Id id) {
        Receipts.mayWork(by);
        var held = store.lock(id).orElseThrow(Receipts::missing);
        var view = receipts.open(by, id);
        if (!view.handles()) throw Refused.invalid("approvals.receipt.handler");
        if (held.answer() != null) throw Refused.conflict("approvals.receipt.answered");
        var in = held.incoming();
        var number = in.senderNumber().isEmpty() ? "" : " " + in.senderNumber();
        var day = in.sentOn() == null
                ? ""
                : "(%d. %d. %d.)"
                        .formatted(
                                in.sentOn().getYear(),
                                in.sentOn().getMonthValue(),
                                in.sentOn().getDayOfMonth());
        var asked = in.title().length() > 180 ? in.title().substring(0, 180) : in.title();
        var text = "1. 관련: " + in.sender() + number + day + "\n2. 위와 관련하여 다음과 같이 회신합니다.  끝.";
        var content = new Content(asked + " 회신", text, asked + "에 대한 회신", List.of("회신"), List.of());
        var route = routes.propose(by, "", null).route().orElseThrow(() -> Refused.conflict("approvals.gate.nobody"));
        var paper = approvals.draft(by, content, Filing.general(UNFILED), route);
        store.answered(id, paper.value());
        trail.record(by, "approvals", "receipt.answered", "receipt:" + id, Map.of("paper", paper.toString()));
        return paper;
    }
}
