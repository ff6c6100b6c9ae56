package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Holidays;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.Encoding;
import kr.madang.notices.wording.Limits;
import kr.madang.notices.wording.PhoneNumber;
import kr.madang.notices.wording.Price;
import kr.madang.notices.wording.Prices;
import kr.madang.notices.wording.Sender;
import kr.madang.notices.wording.SenderNumber;
import kr.madang.notices.wording.Terms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Under which terms the office sends (발송 조건): registered numbers, prices, hours and days off. */
@Component
public class SendTerms {
    private static final int LABEL = 60;
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** A price with its id. */
    public record Agreed(UUID id, Price price) {}

    private record Seen(Calendar calendar, Instant at) {}

    private final TermStore store;
    private final Holidays holidays;
    private final Trail trail;
    private final Clock clock;
    private volatile @org.jspecify.annotations.Nullable Seen seen;

    SendTerms(TermStore store, Holidays holidays, Trail trail, Clock clock) {
        this.store = store;
        this.holidays = holidays;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asked many times a second by holders, so it is read anew only now and then. */
    public Calendar calendar() {
        var last = seen;
        var now = clock.instant();
        if (last != null && Duration.between(last.at(), now).abs().compareTo(FRESH) < 0) return last.calendar();
        var read = new Calendar(store.rules(), holidays.all());
        seen = new Seen(read, now);
        return read;
    }

    public Map<LocalDate, String> holidays() {
        return holidays.all();
    }

    public OfficeTerms office() {
        return store.office();
    }

    public List<RegisteredSender> senders() {
        return store.senders();
    }

    /** @throws Refused when the office may not send with the number (any more) */
    public RegisteredSender sender(String digits) {
        return store.senders().stream()
                .filter(s -> !s.retired() && s.number().digits().equals(digits))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("notices.sender.unregistered"));
    }

    public List<Agreed> prices() {
        return store.prices().stream().map(p -> new Agreed(p.id(), p.price())).toList();
    }

    /** For the preview of a letter that goes out on a day. */
    public Terms of(SenderNumber number, LocalDate day) {
        var office = office();
        var rejection = PhoneNumber.find(office.rejection()).orElse(null);
        var prices =
                new Prices(store.prices().stream().map(TermStore.Priced::price).toList());
        return new Terms(Encoding.USUAL, Limits.USUAL, prices, new Sender(office.office(), number, rejection), day);
    }

    // ------------------------------------------------------------------ changing

    @Transactional
    public void change(Actor by, OfficeTerms terms) {
        require(by);
        if (!terms.rejection().isEmpty())
            new Sender(
                    terms.office(),
                    new SenderNumber("07000000000"),
                    PhoneNumber.find(terms.rejection()).orElseThrow(() -> Refused.invalid("notices.sender.rejection")));
        store.office(terms);
        trail.record(
                by,
                "notices",
                "terms.changed",
                "terms",
                Map.of(
                        "office",
                        terms.office(),
                        "rejection",
                        terms.rejection(),
                        "stale",
                        terms.stale().toMinutes()));
    }

    @Transactional
    public void register(Actor by, SenderNumber number, String label, String proof, LocalDate since) {
        require(by);
        if (label.isBlank() || label.length() > LABEL || proof.length() > LABEL * 2)
            throw Refused.invalid("notices.sender.label");
        if (proof.isBlank()) throw Refused.invalid("notices.sender.proof");
        if (!store.register(new RegisteredSender(number, label.strip(), proof.strip(), since, false)))
            throw Refused.conflict("notices.sender.twice");
        trail.record(by, "notices", "sender.registered", "sender:" + number.digits(), Map.of("proof", proof));
    }

    @Transactional
    public void retire(Actor by, String digits) {
        require(by);
        if (!store.retire(digits, clock.instant())) throw Refused.missing("notices.sender.unregistered");
        trail.record(by, "notices", "sender.retired", "sender:" + digits, Map.of());
    }

    /** A price without an end takes the place of the one before. */
    @Transactional
    public void agree(Actor by, Price price) {
        require(by);
        store.lock();
        if (price.to() == null) store.end(price.size(), price.from().minusDays(1));
        var all = new ArrayList<Price>();
        store.prices().forEach(p -> all.add(p.price()));
        all.add(price);
        new Prices(all);
        store.agree(Id.next(clock.instant()), price);
        trail.record(
                by,
                "notices",
                "price.agreed",
                "price:" + price.size(),
                Map.of("won", price.won().toPlainString(), "from", price.from().toString()));
    }

    @Transactional
    public void forget(Actor by, UUID price) {
        require(by);
        if (!store.forgetPrice(price)) throw Refused.missing("notices.price.missing");
        trail.record(by, "notices", "price.removed", "price:" + price, Map.of());
    }

    @Transactional
    public void rest(Actor by, Kind kind, Calendar.Rule rule) {
        require(by);
        store.rule(kind, rule);
        seen = null;
        trail.record(
                by,
                "notices",
                "rest.changed",
                "kind:" + kind,
                Map.of("night", rule.night(), "weekend", rule.weekend(), "holiday", rule.holiday()));
    }

    @Transactional
    public void holiday(Actor by, LocalDate day, String name) {
        require(by);
        if (name.isBlank() || name.length() > LABEL) throw Refused.invalid("notices.holiday.name");
        holidays.add(day, name.strip());
        seen = null;
        trail.record(by, "notices", "holiday.added", "day:" + day, Map.of("name", name.strip()));
    }

    @Transactional
    public void workday(Actor by, LocalDate day) {
        require(by);
        if (!holidays.remove(day)) throw Refused.missing("notices.holiday.missing");
        seen = null;
        trail.record(by, "notices", "holiday.removed", "day:" + day, Map.of());
    }

    private static void require(Actor by) {
        if (!by.may("notices", Level.APPROVE)) throw Sends.forbidden();
    }
}
