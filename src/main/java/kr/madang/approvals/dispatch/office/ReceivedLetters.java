package kr.madang.approvals.dispatch.office;

import java.time.LocalDate;
import java.util.Optional;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.print.Letter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters of other units of the office as their receivers have them (접수한 시행문), with the receiver's number on them. */
@Component
public class ReceivedLetters {
    private final DeliveryStore deliveries;
    private final Letters letters;

    ReceivedLetters(DeliveryStore deliveries, Letters letters) {
        this.deliveries = deliveries;
        this.letters = letters;
    }

    /**
     * The letter a received document came as; whoever asks has opened the document before.
     *
     * @return empty where it came from outside: there the letter is among its files
     */
    @Transactional(readOnly = true)
    public Optional<Letter> of(ReceiptView view) {
        var delivery = view.incoming().delivery();
        if (delivery == null) return Optional.empty();
        return deliveries.find(new Delivery.Id(delivery)).map(row -> {
            var made = letters.of(row);
            if (view.number().isEmpty()) return made.letter();
            var day = LocalDate.ofInstant(view.incoming().arrivedAt(), Letters.SEOUL);
            return letters.letter(made.paper(), made.to().received(view.number(), day));
        });
    }
}
