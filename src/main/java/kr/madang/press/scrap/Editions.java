package kr.madang.press.scrap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the scrap of a day (스크랩 편집): the rules bring articles in, people choose, order and head them. */
@Component
public class Editions {
    /** More than anybody reads before eight. */
    static final int MOST = 500;

    private static final int HEADLINE = 300;
    private static final int SECTION = 40;
    private static final int WHY = 200;

    /** An article in an edition that is being made. @param rule that brought it; empty when somebody chose it */
    public record Entry(UUID item, Printed printed, String rule) {}

    private final EditionStore store;
    private final Clippings clippings;
    private final ScrapSettings settings;
    private final Workdays workdays;
    private final Trail trail;
    private final Clock clock;

    Editions(
            EditionStore store,
            Clippings clippings,
            ScrapSettings settings,
            Workdays workdays,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.clippings = clippings;
        this.settings = settings;
        this.workdays = workdays;
        this.trail = trail;
        this.clock = clock;
    }

    /** Newest first. */
    public Slice<Edition> page(@Nullable String cursor, int size) {
        return store.page(cursor, size);
    }

    public long count() {
        return store.count();
    }

    public Optional<Edition> find(LocalDate day) {
        return store.find(day);
    }

    public Edition get(LocalDate day) {
        return find(day).orElseThrow(() -> Refused.missing("press.scrap.missing"));
    }

    /** Oldest first. */
    public List<Version> versions(UUID edition) {
        return store.versions(edition);
    }

    public LocalDate today() {
        return Workdays.day(clock.instant());
    }

    /** The day the next edition is for: today, or the next working day on a day off. */
    public LocalDate next() {
        return workdays.countsFor(clock.instant());
    }

    /** Opens the edition of a working day, unless it is open, and brings in what the rules find. */
    @Transactional
    public Edition open(Actor by, LocalDate day) {
        mayWork(by);
        if (!workdays.works(day)) throw Refused.invalid("press.scrap.day.off");
        if (day.isAfter(next())) throw Refused.invalid("press.scrap.future");
        store.add(Id.next(now()), day, Span.of(day, workdays::works), by.login(), now());
        collect(by, day);
        return get(day);
    }

    /** Brings in what the rules find and nobody has taken out. @return how many came */
    @Transactional
    public int collect(Actor by, LocalDate day) {
        mayWork(by);
        var edition = store.hold(get(day).id());
        var wish = settings.wish();
        var rules = settings.rules();
        var there = store.items(edition.id());
        var known = there.stream().map(EditionStore.Item::article).collect(Collectors.toSet());
        int position = there.size();
        int came = 0;
        for (var clipping : clippings.between(edition.since(), edition.until(), 20 * MOST)) {
            if (known.contains(clipping.article()) || (wish.leaders() && !clipping.leading())) continue;
            if (position >= MOST) break;
            var rule = Rule.pick(rules, wish.without(), clipping);
            if (rule.isEmpty()) continue;
            var section = rule.get().section();
            store.add(
                    Id.next(now()),
                    edition.id(),
                    clipping.article(),
                    section,
                    ++position,
                    rule.get().name());
            came++;
        }
        if (came > 0) record(by, "scrap.collected", edition, Map.of("came", came));
        return came;
    }

    /** What stands in it, by section and place; sections in the order of the rules, others after them. */
    public List<Entry> entries(Edition edition) {
        var items = store.items(edition.id()).stream()
                .filter(EditionStore.Item::stands)
                .toList();
        var known = clippings
                .find(items.stream().map(EditionStore.Item::article).toList())
                .stream()
                .collect(Collectors.toMap(Clipping::article, Function.identity()));
        var sections = sections();
        return items.stream()
                .filter(i -> known.containsKey(i.article()))
                .sorted(java.util.Comparator.comparing((EditionStore.Item i) -> rank(sections, i.section()))
                        .thenComparing(i -> sections.contains(i.section()) ? "" : i.section())
                        .thenComparing(EditionStore.Item::position))
                .map(i -> new Entry(
                        i.id(),
                        Printed.of(
                                java.util.Objects.requireNonNull(known.get(i.article())),
                                i.section(),
                                i.withdrawnWhy()),
                        i.rule()))
                .toList();
    }

    /** Headings in the order of the rules. */
    public List<String> sections() {
        return settings.rules().stream().map(Rule::section).distinct().toList();
    }

    private static int rank(List<String> sections, String section) {
        int at = sections.indexOf(section);
        return at < 0 ? sections.size() : at;
    }

    /** For choosing by hand: the newest whose headline or outlet holds the words and that do not stand in it. */
    public List<Clipping> search(Edition edition, String words, int most) {
        var there = entries(edition).stream().map(e -> e.printed().article()).collect(Collectors.toSet());
        return clippings.search(words, most + there.size()).stream()
                .filter(c -> !there.contains(c.article()))
                .limit(most)
                .toList();
    }

    @Transactional
    public void choose(Actor by, LocalDate day, UUID article, String section) {
        mayWork(by);
        var edition = store.hold(get(day).id());
        var under = heading(section);
        if (clippings.find(List.of(article)).isEmpty()) throw Refused.missing("press.scrap.article");
        var items = store.items(edition.id());
        if (items.stream().filter(EditionStore.Item::stands).count() >= MOST)
            throw Refused.conflict("press.scrap.full", MOST);
        if (items.stream().anyMatch(i -> i.stands() && i.article().equals(article)))
            throw Refused.conflict("press.scrap.there");
        int last = items.stream().mapToInt(EditionStore.Item::position).max().orElse(0);
        store.add(Id.next(now()), edition.id(), article, under, last + 1, "");
        record(by, "scrap.chosen", edition, Map.of("article", article));
    }

    /** Takes one out that has not been published; what has been is withdrawn. */
    @Transactional
    public void remove(Actor by, LocalDate day, UUID item) {
        mayWork(by);
        var edition = store.hold(get(day).id());
        var entry = entry(edition, item);
        boolean published = versions(edition.id()).stream()
                .flatMap(v -> v.items().stream())
                .anyMatch(p -> p.article().equals(entry.printed().article()));
        if (published) throw Refused.conflict("press.scrap.published.item");
        store.remove(item, now());
        record(by, "scrap.removed", edition, Map.of("article", entry.printed().article()));
    }

    /** Marks one as taken out of what was published; the next version tells it. Whoever publishes gives the reason on. */
    @Transactional
    public void withdraw(Actor by, LocalDate day, UUID item, String why) {
        mayWork(by);
        var edition = store.hold(get(day).id());
        var entry = entry(edition, item);
        if (why.isBlank() || why.length() > WHY || why.indexOf('\0') >= 0)
            throw Refused.invalid("press.scrap.why", WHY);
        store.withdraw(item, why.strip());
        record(by, "scrap.withdrawn", edition, Map.of("article", entry.printed().article(), "why", why.strip()));
    }

    /** Puts one at a place of its section, from 1, or under another heading, there at the end. */
    @Transactional
    public void move(Actor by, LocalDate day, UUID item, String section, int place) {
        mayWork(by);
        var edition = store.hold(get(day).id());
        var under = heading(section);
        var entry = entry(edition, item);
        boolean stays = entry.printed().section().equals(under);
        if (!stays) store.place(item, under, Integer.MAX_VALUE);
        var entries = entries(edition).stream()
                .filter(e -> e.printed().section().equals(under))
                .toList();
        var moved = Order.move(entries, entry(edition, item), stays ? place : entries.size());
        for (int i = 0; i < moved.size(); i++) store.place(moved.get(i).item(), under, i + 1);
        record(by, "scrap.moved", edition, Map.of("article", entry.printed().article(), "section", under));
    }

    private Entry entry(Edition edition, UUID item) {
        return entries(edition).stream()
                .filter(e -> e.item().equals(item))
                .findFirst()
                .orElseThrow(() -> Refused.missing("press.scrap.article"));
    }

    @Transactional
    public void headline(Actor by, LocalDate day, String words) {
        mayWork(by);
        var edition = store.hold(get(day).id());
        if (words.length() > HEADLINE || words.indexOf('\0') >= 0)
            throw Refused.invalid("press.scrap.headline", HEADLINE);
        store.headline(edition.id(), words.replaceAll("\\s+", " ").strip());
        record(by, "scrap.headline", edition, Map.of());
    }

    private static String heading(String section) {
        var under = section.strip();
        if (under.isEmpty() || under.length() > SECTION || under.indexOf('\0') >= 0)
            throw Refused.invalid("press.scrap.section", SECTION);
        return under;
    }

    static void mayWork(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }

    private void record(Actor by, String act, Edition edition, Map<String, ?> details) {
        trail.record(by, "press", act, "scrap:" + edition.day(), details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
