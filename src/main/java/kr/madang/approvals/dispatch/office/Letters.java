package kr.madang.approvals.dispatch.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Printing;
import kr.madang.approvals.dispatch.Copy;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.exchange.Packet;
import kr.madang.approvals.dispatch.exchange.PacketWriter;
import kr.madang.approvals.print.Form;
import kr.madang.approvals.print.Letter;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Signer;
import kr.madang.kernel.files.Files;
import org.springframework.stereotype.Component;

/** Makes of an approved paper what goes out of the house (시행문 만들기): the copy of one recipient, and the package of an agency. */
@Component
class Letters {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final String PURPOSE = "approvals.packet";

    private final Papers papers;
    private final Printing printing;
    private final SendingStore sendings;
    private final DeliveryStore deliveries;
    private final Files files;
    private final FieldCipher cipher;
    private final Signer signer;
    private final OfficeName office;

    Letters(
            Papers papers,
            Printing printing,
            SendingStore sendings,
            DeliveryStore deliveries,
            Files files,
            FieldCipher cipher,
            Signer signer,
            OfficeName office) {
        this.papers = papers;
        this.printing = printing;
        this.sendings = sendings;
        this.deliveries = deliveries;
        this.files = files;
        this.cipher = cipher;
        this.signer = signer;
        this.office = office;
    }

    /** A paper, its sending, and the copy of one recipient. */
    record Made(PaperView paper, Sent sending, Printing.Addressed to, Letter letter) {
        String text() {
            return new String(Form.TXT.write(letter), StandardCharsets.UTF_8);
        }
    }

    Made of(DeliveryRow row) {
        var paper = papers.outgoing(row.paper());
        var sending = sendings.find(row.sending()).orElseThrow();
        var names = new ArrayList<>(deliveries.names(row.sending()));
        int place = row.position() - 1;
        if (!row.sealedName().isEmpty())
            names.set(place, SealedAddresses.open(cipher, row).name());
        var to = addressed(sending, new Copy(names, place, sending.separate()));
        return new Made(paper, sending, to, letter(paper, to));
    }

    static Printing.Addressed addressed(Sent sending, Copy copy) {
        var sender = sending.sender() + "  " + sending.mark().printed();
        return new Printing.Addressed(copy.receiver(), copy.listed(), sending.via(), sender, day(sending), "");
    }

    Letter letter(PaperView paper, Printing.Addressed to) {
        return printing.letter(paper, paper.current().number(), to);
    }

    /** The day it went out first, not the day it was carried. */
    static LocalDate day(Sent sending) {
        var at = sending.ruledAt() == null ? sending.askedAt() : sending.ruledAt();
        return LocalDate.ofInstant(at, SEOUL);
    }

    /**
     * The package as it left the house, or a new one where it has not left yet.
     *
     * @throws Refused when it is too heavy, a file is gone, or what left was not kept and can no longer be made the same
     */
    PacketWriter.Written packet(DeliveryRow row) {
        if (row.packet() != null) return new PacketWriter.Written(bytes(row.packet()), row.manifest());
        var written = PacketWriter.write(packed(row), list -> signer.sign(PURPOSE, list));
        boolean left =
                row.delivery().state() == Delivery.State.SENT || row.delivery().state() == Delivery.State.ARRIVED;
        if (left && !written.manifest().equals(row.manifest())) throw Refused.conflict("approvals.packet.gone");
        return written;
    }

    /** Keeps what leaves, so that it can be shown and handed out again whatever changes here. */
    void keep(DeliveryRow row, PacketWriter.Written written) {
        var before = deliveries.find(row.delivery().id()).orElseThrow();
        if (before.packet() != null) return;
        var file = files.put(Actor.SYSTEM, row.delivery().id() + ".zip", new ByteArrayInputStream(written.bytes()));
        deliveries.packed(row.delivery().id(), written.manifest(), file.id());
    }

    private Packet packed(DeliveryRow row) {
        var made = of(row);
        var letter = made.letter();
        return new Packet(
                row.delivery().id().toString(),
                office.name(),
                row.name(),
                made.paper().number(),
                letter.day(),
                letter.title(),
                made.paper().current().summary(),
                made.sending().sender(),
                letter.disclosure(),
                made.text(),
                new String(Form.HTML.write(letter), StandardCharsets.UTF_8),
                Form.PDF.write(letter),
                Form.HWPX.write(letter),
                enclosed(made.paper()));
    }

    /** What is attached to the paper. @throws Refused when it is too heavy to travel */
    List<Packet.Enclosed> enclosed(PaperView paper) {
        var enclosed = new ArrayList<Packet.Enclosed>();
        long size = 0;
        for (var file : paper.current().attachments()) {
            size += file.size();
            if (size > Packet.MOST_BYTES)
                throw Refused.invalid("approvals.packet.heavy", Packet.MOST_BYTES / 1_000_000);
            enclosed.add(new Packet.Enclosed(file.name(), bytes(file)));
        }
        return enclosed;
    }

    private byte[] bytes(Attachment attachment) {
        var file = files.holding(attachment.sha256()).orElseThrow(() -> Refused.missing("kernel.file.missing"));
        return bytes(file.id());
    }

    private byte[] bytes(UUID file) {
        try (var in = files.open(files.get(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
