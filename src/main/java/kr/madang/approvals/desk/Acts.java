package kr.madang.approvals.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sql.GroupCommit.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges what people want done with their papers and has it written (처리 판단): each paper is loaded from its events, the rules judge,
 * and what came of all of them is written in one transaction.
 */
@Component
class Acts {
    /** How far the clocks of two nodes may differ without anybody noticing. */
    private static final Duration DRIFT = Duration.ofSeconds(5);

    private final PaperStore papers;
    private final Keeper keeper;
    private final Routes routes;
    private final Units units;
    private final OfficeRoster roster;
    private final Clock clock;

    Acts(PaperStore papers, Keeper keeper, Routes routes, Units units, OfficeRoster roster, Clock clock) {
        this.papers = papers;
        this.keeper = keeper;
        this.routes = routes;
        this.units = units;
        this.roster = roster;
        this.clock = clock;
    }

    /** Each of another paper. A wish that is refused keeps no other from being written. */
    @Transactional
    public List<Result<Paper.Id>> carry(List<Wish> wishes) {
        var moment = load(wishes);
        var deeds = new ArrayList<Deed>();
        var results = new ArrayList<Result<Paper.Id>>();
        for (var wish : wishes)
            try {
                deeds.add(moment.judge(wish));
                results.add(new Result.Done<>(wish.paper()));
            } catch (Refused refused) {
                results.add(new Result.Failed<>(refused));
            }
        keeper.write(deeds);
        return results;
    }

    private Moment load(List<Wish> wishes) {
        var known = ids(wishes, wish -> !(wish instanceof Wish.Draft));
        var sent = ids(wishes, Wish.Submit.class::isInstance);
        return new Moment(
                known.isEmpty() ? Map.of() : papers.open(known),
                sent.isEmpty() ? Map.of() : papers.newest(sent),
                wishes);
    }

    private static List<Paper.Id> ids(List<Wish> wishes, Predicate<Wish> which) {
        return wishes.stream().filter(which).map(Wish::paper).toList();
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Never before the last event, as long as the clocks of the nodes are nearly right. */
    Instant at(Paper paper) {
        var now = now();
        var last = paper.last().at();
        return now.isBefore(last) && !now.isBefore(last.minus(DRIFT)) ? last : now;
    }

    /** What is known of the papers and people of a group (판단 자료). */
    private final class Moment {
        private final Map<Paper.Id, Opened> open;
        private final Map<Paper.Id, Version> newest;
        private final OfficeRoster.Now people = roster.now();
        private final Map<String, Units.Unit> homes = new HashMap<>();

        Moment(Map<Paper.Id, Opened> open, Map<Paper.Id, Version> newest, List<Wish> wishes) {
            this.open = open;
            this.newest = newest;
            people.meet(wishes.stream().flatMap(this::concerned).collect(Collectors.toSet()));
        }

        /** Whom the rules will ask about: everybody on the line when it is sent on its way. */
        private Stream<Person> concerned(Wish wish) {
            var more =
                    switch (wish) {
                        case Wish.Draft draft -> List.of(draft.route().approver());
                        case Wish.Submit submit
                        when open.containsKey(submit.paper()) ->
                            everybody(open(submit).paper().line());
                        case Wish.Submit gone -> List.<Person>of();
                        case Wish.Doing doing -> List.<Person>of();
                    };
            return Stream.concat(Stream.of(wish.person()), more.stream());
        }

        private static List<Person> everybody(Line line) {
            return Stream.concat(Stream.of(line.drafter()), line.seats().stream())
                    .toList();
        }

        private Opened open(Wish wish) {
            var it = open.get(wish.paper());
            if (it == null) throw Approvals.missing();
            return it;
        }

        Deed judge(Wish wish) {
            return switch (wish) {
                case Wish.Draft draft -> begin(draft);
                case Wish.Submit submit -> submit(submit);
                case Wish.Doing doing ->
                    act(doing, doing.act().apply(doing.person(), at(open(doing).paper())));
            };
        }

        private Deed begin(Wish.Draft wish) {
            var now = now();
            var me = wish.person();
            var by = wish.hand().by();
            var line = routes.line(me, wish.route(), wish.filing(), people);
            var paper = Paper.draft(wish.paper(), line, wish.content().hash(), now, people);
            var unit = homes.computeIfAbsent(by.team(), units::of);
            var row = Held.of(by, wish.paper(), wish.filing(), unit, null, wish.origin(), now);
            return Deed.of(wish.hand(), row, paper, wish.content().version(1, me, now));
        }

        private Deed submit(Wish.Submit wish) {
            var it = open(wish);
            var said = newest.get(wish.paper());
            if (said != null && said.hash().equals(wish.hash())) complete(said);
            it.held().asked();
            return act(wish, new Act.Submit(wish.person(), at(it.paper()), wish.hash(), wish.words()));
        }

        private Deed act(Wish wish, Act act) {
            var it = open(wish);
            return Deed.of(wish.hand(), it.held(), it.paper().act(act, people), null);
        }
    }

    /** 문서요지와 키워드: the regulation asks for both. */
    private static void complete(Version version) {
        if (version.summary().isEmpty()) throw Refused.invalid("approvals.summary.missing");
        if (version.keywords().isEmpty()) throw Refused.invalid("approvals.keywords.missing");
        if (version.text().isBlank()) throw Refused.invalid("approvals.body.missing");
    }
}
