package kr.madang.approvals.dispatch.office;

import java.util.List;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.desk.Printing;
import kr.madang.approvals.dispatch.Channel;
import kr.madang.approvals.dispatch.Copy;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.line.Status;
import kr.madang.kernel.crypto.FieldCipher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the office's own copy of a paper is addressed (처리과 보관용): to everybody it went to, or to nobody outside of the line. */
@Component
public class OfficeCopies {
    private final SendingStore sendings;
    private final DeliveryStore deliveries;
    private final FieldCipher cipher;

    OfficeCopies(SendingStore sendings, DeliveryStore deliveries, FieldCipher cipher) {
        this.sendings = sendings;
        this.deliveries = deliveries;
        this.cipher = cipher;
    }

    /** Under the sender and the day of the first sending; names of residents are masked, as on the page that lists them. */
    @Transactional(readOnly = true)
    public Printing.Addressed of(PaperView view) {
        var paper = view.paper().id();
        if (view.paper().status() != Status.APPROVED) return Printing.Addressed.INSIDE;
        var first = sendings.of(paper).stream()
                .filter(sent -> sent.reason().isEmpty())
                .findFirst();
        var names = deliveries.of(paper).stream()
                .filter(OfficeCopies::went)
                .map(this::name)
                .distinct()
                .toList();
        if (first.isEmpty() || names.isEmpty()) return Printing.Addressed.INSIDE;
        return Letters.addressed(first.get(), new Copy(List.copyOf(names), 0, false));
    }

    private static boolean went(DeliveryRow row) {
        var state = row.delivery().state();
        return state != Delivery.State.ASKED && state != Delivery.State.WITHDRAWN;
    }

    private String name(DeliveryRow row) {
        if (row.delivery().channel() != Channel.EMAIL) return row.name();
        return SealedAddresses.maskedName(SealedAddresses.open(cipher, row).name());
    }
}
