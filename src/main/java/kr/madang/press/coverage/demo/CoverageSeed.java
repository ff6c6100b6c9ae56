package kr.madang.press.coverage.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Period;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.Tier;
import kr.madang.press.coverage.Archive;
import kr.madang.press.coverage.Article;
import kr.madang.press.coverage.Originals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sows the coverage of the demo office: all of 2012 and the first five months of 2023, as its reports count them. */
@Component
class CoverageSeed implements Seed {
    private static final Actor OFFICE =
            new Actor(Actor.SYSTEM.id(), "system", "홍보미디어과", "", Map.of("press", Level.MANAGE));
    private static final Period PAST = Period.fiscalYear(2012);
    private static final Period NEW = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 5, 31));
    private static final int STORIES_OF_PAST = 540;
    private static final int STORIES_OF_NEW = 258;

    private final DemoOutlets outlets;
    private final Archive archive;
    private final DemoMarks marks;
    private final ObjectProvider<Originals> originals;

    CoverageSeed(DemoOutlets outlets, Archive archive, DemoMarks marks, ObjectProvider<Originals> originals) {
        this.outlets = outlets;
        this.archive = archive;
        this.marks = marks;
        this.originals = originals;
    }

    /** After outlets and releases. */
    @Override
    public int order() {
        return 620;
    }

    @Override
    public String title() {
        return "언론보도";
    }

    @Override
    public String sow(Draw draw) {
        var byTier = outlets.byTier(OFFICE);
        var past = new Year(PAST, Year.stories(PAST, STORIES_OF_PAST, draw), byTier, draw, 0);
        var all = new ArrayList<>(past.articles(counts(38, 83, 831, 7_250)));
        var recent = new Year(NEW, told(draw), byTier, draw, past.serial());
        all.addAll(recent.articles(counts(30, 66, 663, 5_788)));
        int taken = archive.load(OFFICE, all);
        marks.sow(draw, OFFICE);
        return "기사 %s건".formatted(Korean.number(taken));
    }

    private static Map<Tier, Integer> counts(int central, int regional, int daily, int online) {
        return new EnumMap<>(Map.of(
                Tier.CENTRAL_BROADCAST, central,
                Tier.REGIONAL_BROADCAST, regional,
                Tier.CENTRAL_DAILY, daily,
                Tier.REGIONAL_ONLINE, online));
    }

    /** The releases the demo office keeps; stories of its own while it keeps none. */
    private List<Told> told(Draw draw) {
        var kept = originals.stream()
                .flatMap(o -> o.between(start(NEW.from()), start(NEW.to().plusDays(1))).stream())
                .map(Told::of)
                .toList();
        return kept.isEmpty() ? Year.stories(NEW, STORIES_OF_NEW, draw) : kept;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Article.SEOUL).toInstant();
    }
}
