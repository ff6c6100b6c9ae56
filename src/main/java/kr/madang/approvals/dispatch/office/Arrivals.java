package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.desk.ReceiptNumbers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/** Writes down what arrives (도달·접수): the document, its files, and, where a handling unit takes it at once, its number. */
@Component
class Arrivals {
    private final ReceiptStore receipts;
    private final ReceiptNumbers numbers;
    private final Units units;
    private final Files files;
    private final Trail trail;

    Arrivals(ReceiptStore receipts, ReceiptNumbers numbers, Units units, Files files, Trail trail) {
        this.receipts = receipts;
        this.numbers = numbers;
        this.units = units;
        this.files = files;
        this.trail = trail;
    }

    /** A paper of the office arrives in a unit (효력은 도달할 때); it is taken at once. In the transaction of the delivery. */
    void inside(DeliveryRow row, Letters.Made made, Instant now) {
        var paper = made.paper();
        var id = new Receipt.Id(Id.next(now));
        var incoming = new Incoming(
                Incoming.Origin.INSIDE,
                row.delivery().id().value(),
                null,
                null,
                Incoming.Signature.NONE,
                paper.unit(),
                paper.number(),
                made.letter().day(),
                paper.current().title(),
                paper.current().summary(),
                made.text(),
                paper.filing().disclosure().kind() == Disclosure.Kind.CLOSED,
                now);
        // all files first: one that is gone must fail before anything else is done
        var copies = paper.current().attachments().stream()
                .map(a -> files.again(Actor.SYSTEM, a.name(), a.sha256()))
                .toList();
        var receipt = new Receipt(id, Receipt.State.TAKEN, row.code(), null, null, "");
        write(Actor.SYSTEM, receipt, incoming, copies, "arrived");
    }

    /** @param act how the first step is called */
    String write(
            Actor by,
            Receipt receipt,
            Incoming incoming,
            List<kr.madang.kernel.files.StoredFile> enclosed,
            String act) {
        var id = receipt.id();
        receipts.insert(receipt, incoming, by);
        int position = 0;
        for (var file : enclosed)
            receipts.insert(
                    id, new ReceiptView.Enclosed(++position, file.id(), file.name(), file.size(), file.sha256()));
        var unit = units.coded(receipt.unit());
        step(by, receipt, act, incoming.arrivedAt(), "", "");
        trail.record(
                by,
                "approvals",
                "receipt." + act,
                "receipt:" + id,
                Map.of("unit", unit.code(), "origin", incoming.origin().name()));
        return receipt.state() == Receipt.State.TAKEN ? numbers.draw(unit, id.value(), incoming.arrivedAt()) : "";
    }

    void step(Actor by, Receipt receipt, String act, Instant at, String handler, String words) {
        var unit = units.coded(receipt.unit()).name();
        LocalDate deadline = receipt.deadline();
        receipts.insert(receipt.id(), new ReceiptView.Step(at, act, by.name(), unit, handler, deadline, words), by);
    }
}
