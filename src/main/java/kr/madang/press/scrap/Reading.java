package kr.madang.press.scrap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.press.licences.Asked;
import kr.madang.press.licences.Decision;
import kr.madang.press.licences.Licences;
import kr.madang.press.licences.Use;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a published scrap to those it was delivered to and to the press desk (스크랩 열람): as much of each article as may be shown so. */
@Component
public class Reading {
    /** @param changes against the version before; nothing in the first */
    public record Open(Edition edition, Version version, List<Shown> items, Changes changes) {}

    private final EditionStore store;
    private final Clippings clippings;
    private final ScrapSettings settings;
    private final Readings readings;
    private final Licences licences;
    private final Clock clock;

    Reading(
            EditionStore store,
            Clippings clippings,
            ScrapSettings settings,
            Readings readings,
            Licences licences,
            Clock clock) {
        this.store = store;
        this.clippings = clippings;
        this.settings = settings;
        this.readings = readings;
        this.licences = licences;
        this.clock = clock;
    }

    /**
     * Opens the newest version and notes that it was opened.
     *
     * @throws Refused missing when there is none, and for everybody it is not meant for
     */
    @Transactional
    public Open open(Actor by, LocalDate day, Use use) {
        var edition = store.find(day).filter(Edition::published).orElseThrow(Reading::missing);
        if (!mayRead(by, edition)) throw missing();
        var versions = store.versions(edition.id());
        var version = versions.getLast();
        readings.opened(edition.id(), by.id(), version.number(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        var people = settings.wish().readers().size();
        var before = versions.size() > 1 ? versions.get(versions.size() - 2) : null;
        var changes = before == null ? Changes.NONE : Changes.between(before.items(), version.items());
        return new Open(edition, version, shown(version.items(), use, people), changes);
    }

    /** The paper of the newest version; older ones are for those who make it. */
    public UUID paper(Actor by, LocalDate day, int number) {
        var edition = store.find(day).filter(Edition::published).orElseThrow(Reading::missing);
        if (!mayRead(by, edition)) throw missing();
        if (number != edition.version() && !by.may("press", Level.WORK)) throw missing();
        return store.versions(edition.id()).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .map(Version::paper)
                .orElseThrow(Reading::missing);
    }

    /** Published ones somebody may read, newest first. */
    public Optional<LocalDate> newest(Actor by) {
        return store.page(null, 30).rows().stream()
                .filter(Edition::published)
                .filter(e -> mayRead(by, e))
                .map(Edition::day)
                .findFirst();
    }

    private boolean mayRead(Actor by, Edition edition) {
        return by.may("press", Level.VIEW) || readings.delivered(edition.id(), by.id());
    }

    private static Refused missing() {
        return Refused.missing("press.scrap.missing");
    }

    /** As much of each as may be shown for a use to so many people. */
    List<Shown> shown(List<Printed> items, Use use, int people) {
        var known = clippings.find(items.stream().map(Printed::article).toList()).stream()
                .collect(Collectors.toMap(Clipping::article, Function.identity()));
        var today = Workdays.day(clock.instant());
        var days = items.stream().collect(Collectors.groupingBy(i -> Workdays.day(i.publishedAt())));
        var decisions = new java.util.HashMap<UUID, Decision>();
        days.forEach((day, ofDay) -> {
            Map<UUID, Decision> said = licences.may(
                    ofDay.stream().map(Printed::outlet).collect(Collectors.toSet()),
                    new Asked(use, today, day, people));
            for (var item : ofDay)
                decisions.put(item.article(), java.util.Objects.requireNonNull(said.get(item.outlet())));
        });
        return items.stream()
                .map(item -> {
                    var decision = java.util.Objects.requireNonNull(decisions.get(item.article()));
                    var clipping = known.get(item.article());
                    if (clipping == null || item.withdrawn()) return new Shown(item, "", decision);
                    if (decision.allowed()) return new Shown(item, text(clipping), decision);
                    // a short lead may be quoted on a screen; paper carries no more than title and address
                    return new Shown(item, use == Use.PRINT ? "" : Licences.lead(clipping.lead()), decision);
                })
                .toList();
    }

    private static String text(Clipping clipping) {
        var body = clipping.body();
        return body == null || body.isBlank() ? clipping.lead() : body;
    }
}
