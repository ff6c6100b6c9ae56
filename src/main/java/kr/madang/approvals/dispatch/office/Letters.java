package kr.madang.approvals.dispatch.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.dispatch.Letter;
import kr.madang.approvals.dispatch.exchange.Packet;
import kr.madang.approvals.dispatch.exchange.PacketWriter;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Signer;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.files.StoredFile;
import org.springframework.stereotype.Component;

/** Makes of an approved paper what goes out of the house (시행문 만들기): the copy of one recipient, and the package of an agency. */
@Component
class Letters {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final String PURPOSE = "approvals.packet";

    private final Papers papers;
    private final SendingStore sendings;
    private final DeliveryStore deliveries;
    private final Files files;
    private final FieldCipher cipher;
    private final Signer signer;
    private final OfficeName office;

    Letters(
            Papers papers,
            SendingStore sendings,
            DeliveryStore deliveries,
            Files files,
            FieldCipher cipher,
            Signer signer,
            OfficeName office) {
        this.papers = papers;
        this.sendings = sendings;
        this.deliveries = deliveries;
        this.files = files;
        this.cipher = cipher;
        this.signer = signer;
        this.office = office;
    }

    /** A paper, its sending, and the copy of one recipient. */
    record Made(PaperView paper, Sent sending, Letter letter) {}

    Made of(DeliveryRow row) {
        var paper = papers.outgoing(row.paper());
        var sending = sendings.find(row.sending()).orElseThrow();
        var names = new ArrayList<>(deliveries.names(row.sending()));
        int copy = row.position() - 1;
        if (!row.sealedName().isEmpty())
            names.set(copy, SealedAddresses.open(cipher, row).name());
        var letter = new Letter(
                office.name(),
                names,
                copy,
                sending.separate(),
                paper.current().title(),
                paper.current().text(),
                sending.sender(),
                sending.mark(),
                paper.number(),
                paper.second(),
                day(sending),
                paper.filing().disclosure().text(),
                signed(paper));
        return new Made(paper, sending, letter);
    }

    /** The day it went out first, not the day it was carried. */
    private static LocalDate day(Sent sending) {
        var at = sending.ruledAt() == null ? sending.askedAt() : sending.ruledAt();
        return LocalDate.ofInstant(at, SEOUL);
    }

    private static List<String> signed(PaperView paper) {
        var lines = new ArrayList<String>();
        lines.add("기안 " + paper.name(paper.paper().line().drafter()));
        for (var box : paper.paper().boxes()) {
            var marks = new StringBuilder();
            box.marks().stream().sorted().forEach(m -> marks.append(' ').append(m.title()));
            lines.add(box.role().title() + marks + " " + paper.name(box.signer()));
        }
        return lines;
    }

    /** @throws kr.madang.kernel.Refused when it is too heavy, or a file is gone */
    PacketWriter.Written packet(DeliveryRow row) {
        var made = of(row);
        var enclosed = new ArrayList<Packet.Enclosed>();
        long size = 0;
        for (var file : made.paper().current().attachments()) {
            size += file.size();
            if (size > Packet.MOST_BYTES)
                throw kr.madang.kernel.Refused.invalid("approvals.packet.heavy", Packet.MOST_BYTES / 1_000_000);
            enclosed.add(new Packet.Enclosed(file.name(), bytes(file)));
        }
        var packet = new Packet(
                row.delivery().id().toString(),
                office.name(),
                row.name(),
                made.paper().number(),
                made.letter().day(),
                made.paper().current().title(),
                made.paper().current().summary(),
                made.sending().sender(),
                made.letter().disclosure(),
                made.letter().text(),
                made.letter().html(),
                enclosed);
        return PacketWriter.write(packet, list -> signer.sign(PURPOSE, list));
    }

    StoredFile stored(Attachment attachment) {
        return files.holding(attachment.sha256())
                .orElseThrow(() -> kr.madang.kernel.Refused.missing("kernel.file.missing"));
    }

    byte[] bytes(Attachment attachment) {
        try (var in = files.open(stored(attachment))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
