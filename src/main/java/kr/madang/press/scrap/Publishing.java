package kr.madang.press.scrap;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.document.pdf.PdfWriter;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.news.NewPost;
import kr.madang.kernel.news.News;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.licences.Decision;
import kr.madang.press.licences.Licences;
import kr.madang.press.licences.Use;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the scrap (스크랩 발행) and delivers it: the paper is made, every use of an article is logged, and readers are told. */
@Component
public class Publishing {
    private static final int WHY = 200;

    private final Editions editions;
    private final EditionStore store;
    private final Reading reading;
    private final ScrapSettings settings;
    private final Readings readings;
    private final Licences licences;
    private final Accounts accounts;
    private final Files files;
    private final News news;
    private final Trail trail;
    private final MessageSource messages;
    private final Clock clock;

    Publishing(
            Editions editions,
            EditionStore store,
            Reading reading,
            ScrapSettings settings,
            Readings readings,
            Licences licences,
            Accounts accounts,
            Files files,
            News news,
            Trail trail,
            MessageSource messages,
            Clock clock) {
        this.editions = editions;
        this.store = store;
        this.reading = reading;
        this.settings = settings;
        this.readings = readings;
        this.licences = licences;
        this.accounts = accounts;
        this.files = files;
        this.news = news;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    /** What publishing now would change of what was published. */
    public Changes changes(Edition edition) {
        var versions = store.versions(edition.id());
        var now =
                editions.entries(edition).stream().map(Editions.Entry::printed).toList();
        return versions.isEmpty()
                ? Changes.NONE
                : Changes.between(versions.getLast().items(), now);
    }

    /**
     * Publishes it as it stands; the second time and later only with a reason.
     *
     * @throws Refused conflict when nothing changed since it was published
     */
    @Transactional
    public Version publish(Actor by, LocalDate day, String why) {
        return publish(by, day, why, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @param at when it went out, e.g. on a morning long ago */
    @Transactional
    Version publish(Actor by, LocalDate day, String why, Instant at) {
        Editions.mayWork(by);
        var edition = store.hold(editions.get(day).id());
        var items =
                editions.entries(edition).stream().map(Editions.Entry::printed).toList();
        again(edition, items, why);
        int number = edition.version() + 1;
        var paper = paper(by, edition, number, items);
        var version = new Version(
                number, at, by.login(), edition.published() ? why.strip() : "", edition.headline(), items, paper);
        store.publish(edition.id(), version);
        deliver(edition, number, at);
        trail.record(by, "press", "scrap.published", "scrap:" + day, Map.of("version", number, "items", items.size()));
        return version;
    }

    private void again(Edition edition, List<Printed> items, String why) {
        if (!edition.published()) return;
        var last = store.versions(edition.id()).getLast();
        if (Changes.between(last.items(), items).none() && last.headline().equals(edition.headline()))
            throw Refused.conflict("press.scrap.unchanged");
        if (why.isBlank() || why.length() > WHY || why.indexOf('\0') >= 0)
            throw Refused.invalid("press.scrap.why", WHY);
    }

    /** Takes one out of what was published, and publishes the rest again at once. */
    @Transactional
    public void withdraw(Actor by, LocalDate day, UUID item, String why) {
        editions.withdraw(by, day, item, why);
        if (editions.get(day).published()) publish(by, day, "기사를 뺌: " + why.strip());
    }

    private UUID paper(Actor by, Edition edition, int number, List<Printed> items) {
        var shown = reading.shown(items, Use.PRINT, 0);
        var document = new ScrapPaper(this::say).of(edition, number, shown);
        log(by, shown);
        int people = settings.wish().readers().size();
        log(by, reading.shown(items, Use.SHARE_STAFF, people));
        log(by, reading.shown(items, Use.MOBILE, people));
        var name = "일일스크랩-" + edition.day() + (number > 1 ? "-" + number + "판" : "") + ".pdf";
        return files.put(by, name, new ByteArrayInputStream(PdfWriter.write(document)))
                .id();
    }

    private String say(String code, Object... args) {
        return java.util.Objects.requireNonNullElse(messages.getMessage(code, args, code, Locale.KOREAN), code);
    }

    private void log(Actor by, List<Shown> shown) {
        var decisions = new HashMap<UUID, Decision>();
        var outlets = new HashMap<UUID, UUID>();
        for (var s : shown) {
            if (!s.open() || s.text().isEmpty()) continue;
            decisions.put(s.item().article(), s.decision());
            outlets.put(s.item().article(), s.item().outlet());
        }
        licences.used(by, decisions, outlets);
    }

    private void deliver(Edition edition, int number, Instant at) {
        var wanted = settings.wish().readers().stream().map(Account.Id::new).toList();
        var people = new ArrayList<UUID>();
        for (var account : accounts.find(wanted)) {
            if (account.state() == Account.State.LEFT) continue;
            readings.told(edition.id(), account.id().value(), account.name(), at);
            people.add(account.id().value());
        }
        if (people.isEmpty()) return;
        var title = "일일 스크랩 " + Korean.date(edition.day()) + (number > 1 ? " " + number + "판" : "");
        news.tell(new NewPost(
                "press",
                "scrap",
                title,
                "/desk/press/scrap/" + edition.day() + "/read",
                at,
                people.stream().collect(Collectors.toSet())));
    }
}
