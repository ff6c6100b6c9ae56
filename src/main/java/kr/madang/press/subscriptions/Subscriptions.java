package kr.madang.press.subscriptions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.Won;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.subscriptions.Subscription.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Newspapers the office takes (신문 구독 관리). A month that was paid is settled: nothing before its end changes any more. */
@Component
public class Subscriptions {
    private static final int TEXT = 60;
    private static final int WHY = 300;
    private static final int MOST = 100_000;

    /** A paper in a month. @param price on the last day; zero when none is known */
    public record Line(
            UUID outlet,
            String name,
            Month month,
            Won price,
            @Nullable Payment payment) {}

    private final SubscriptionStore store;
    private final Outlets outlets;
    private final Trail trail;
    private final Clock clock;

    Subscriptions(SubscriptionStore store, Outlets outlets, Trail trail, Clock clock) {
        this.store = store;
        this.outlets = outlets;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everything that holds on a day. */
    public List<Subscription> on(LocalDate day) {
        return store.all().stream().filter(s -> s.holds(day)).toList();
    }

    /** All rows of a paper, old ones too. */
    public List<Subscription> of(UUID outlet) {
        return store.of(outlet);
    }

    public NavigableMap<LocalDate, Won> prices(UUID outlet) {
        return store.prices(outlet);
    }

    /** Every paper that was taken on any day of the month. */
    public List<Line> month(YearMonth month) {
        var prices = store.prices();
        var payments = store.payments(month, month).stream().collect(Collectors.toMap(Payment::outlet, p -> p));
        var byOutlet = store.all().stream()
                .collect(Collectors.groupingBy(Subscription::outlet, LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<Line>();
        byOutlet.forEach((outlet, rows) -> {
            boolean taken = rows.stream()
                    .anyMatch(r -> !r.from().isAfter(month.atEndOfMonth())
                            && (r.to() == null || !r.to().isBefore(month.atDay(1))));
            if (!taken) return;
            NavigableMap<LocalDate, Won> known = prices.getOrDefault(outlet, new TreeMap<>());
            var price = known.floorEntry(month.atEndOfMonth());
            lines.add(new Line(
                    outlet,
                    rows.getFirst().outletName(),
                    Month.of(month, rows, known),
                    price == null ? Won.ZERO : price.getValue(),
                    payments.get(outlet)));
        });
        return lines;
    }

    /** Begins, or changes from a day on what somebody gets already. @param copies 0 to end it */
    @Transactional
    public void set(Actor by, UUID outlet, Group group, String recipient, int copies, LocalDate from, String why) {
        mayWork(by);
        var paper = outlets.get(outlet);
        var who = recipient.strip();
        if (who.isEmpty() || who.length() > TEXT || who.indexOf('\0') >= 0)
            throw Refused.invalid("press.subscription.recipient", TEXT);
        if (copies < 0 || copies > MOST) throw Refused.invalid("press.subscription.copies", MOST);
        if (why.length() > WHY || why.indexOf('\0') >= 0) throw Refused.invalid("press.subscription.why", WHY);
        store.hold(outlet);
        settled(outlet, from);
        var rows = store.of(outlet).stream()
                .filter(r -> r.group() == group && r.recipient().equals(who))
                .toList();
        if (rows.stream().anyMatch(r -> !r.from().isBefore(from) || (r.to() != null && !r.to().isBefore(from))))
            throw Refused.conflict("press.subscription.later", who);
        var now = rows.stream().filter(r -> r.to() == null).findFirst();
        if (now.isEmpty() && copies == 0) throw Refused.invalid("press.subscription.nothing", who);
        now.ifPresent(r -> store.end(r.id(), from.minusDays(1), why.strip()));
        if (copies > 0)
            store.add(
                    new Subscription(
                            Id.next(now()), outlet, paper.name(), group, who, copies, from, null, why.strip(), ""),
                    by.login(),
                    now());
        trail.record(
                by,
                "press",
                "subscription.set",
                "outlet:" + outlet,
                Map.of(
                        "recipient", who,
                        "before", now.map(Subscription::copies).orElse(0),
                        "after", copies,
                        "from", from));
    }

    /** What a copy costs a month, from a day on. */
    @Transactional
    public void price(Actor by, UUID outlet, LocalDate from, Won price) {
        mayWork(by);
        outlets.get(outlet);
        if (price.amount() < 0 || price.amount() > 10_000_000) throw Refused.invalid("press.subscription.price");
        store.hold(outlet);
        settled(outlet, from);
        store.price(outlet, from, price);
        trail.record(
                by, "press", "subscription.price", "outlet:" + outlet, Map.of("from", from, "price", price.amount()));
    }

    private void settled(UUID outlet, LocalDate from) {
        if (store.isPaid(outlet, from)) throw Refused.conflict("press.subscription.settled", from);
    }

    /** Pays a month that is over. @param why the bill differs from what was counted; needed when it does */
    @Transactional
    public void pay(Actor by, UUID outlet, YearMonth month, Won billed, String why, LocalDate on) {
        mayWork(by);
        store.hold(outlet);
        if (!month.isBefore(YearMonth.from(today()))) throw Refused.invalid("press.subscription.month");
        if (on.isAfter(today()) || on.isBefore(month.atDay(1))) throw Refused.invalid("press.subscription.paid.day");
        if (billed.amount() < 0 || billed.amount() > 10_000_000_000L)
            throw Refused.invalid("press.subscription.billed");
        var line = month(month).stream()
                .filter(l -> l.outlet().equals(outlet))
                .findFirst()
                .orElseThrow(() -> Refused.missing("press.subscription.missing"));
        var due = line.month().due();
        var said = why.strip();
        if (!billed.equals(due) && said.isEmpty())
            throw Refused.invalid(
                    "press.subscription.differs", billed.minus(due).toString());
        if (said.length() > WHY) throw Refused.invalid("press.subscription.why", WHY);
        var payment = new Payment(outlet, month, line.month().last(), due, billed, said, on, by.login());
        if (store.pay(outlet, payment, now()) == 0) throw Refused.conflict("press.subscription.paid.already");
        trail.record(
                by,
                "press",
                "subscription.paid",
                "outlet:" + outlet,
                Map.of("month", month.toString(), "due", due.amount(), "billed", billed.amount()));
    }

    private static void mayWork(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }

    public LocalDate today() {
        return Workdays.day(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
