package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What hangs on the homepage (정보공개 문서목록): published papers, for everybody. */
@Component
public class Publications {
    private static final int LONGEST = 100;

    private final PublicationStore store;

    Publications(PublicationStore store) {
        this.store = store;
    }

    /** Newest first. @param text part of a title, summary or number */
    @Transactional(readOnly = true)
    public Slice<Publication> find(String text, String unit, @Nullable String cursor, int size) {
        var asked = text.replace("\0", "").strip();
        if (asked.length() > LONGEST) asked = asked.substring(0, LONGEST);
        return store.find(asked, unit.replace("\0", ""), cursor, size);
    }

    @Transactional(readOnly = true)
    public Optional<Publication> find(UUID id) {
        return store.find(id);
    }

    /** In the transaction of the delivery. @throws Refused when it hangs there already, or is closed */
    void publish(Delivery delivery, Letters.Made made, Instant now) {
        var paper = made.paper();
        var disclosure = paper.filing().disclosure().kind();
        if (disclosure == Disclosure.Kind.CLOSED) throw Refused.invalid("approvals.sending.closed");
        if (store.isShown(paper.paper().id())) throw Refused.conflict("approvals.fate.shown");
        var shown = new Publication(
                Id.next(now),
                paper.current().title(),
                paper.current().summary(),
                disclosure == Disclosure.Kind.OPEN ? paper.current().text() : "",
                disclosure == Disclosure.Kind.OPEN ? made.letter() : null,
                disclosure,
                paper.filing().kind(),
                paper.number(),
                paper.second(),
                paper.unit(),
                made.sending().sender(),
                LocalDate.ofInstant(now, Letters.SEOUL),
                now);
        store.insert(shown, delivery.id(), paper.paper().id());
    }
}
