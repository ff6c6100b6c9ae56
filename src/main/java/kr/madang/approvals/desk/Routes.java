package kr.madang.approvals.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.approvals.delegation.Decision;
import kr.madang.approvals.delegation.Position;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes the line of a paper by the table of delegation, and sets the terms of the one that is chosen (결재선 판단). */
@Component
public class Routes {
    /**
     * @param decision who decides, with the reasons to show
     * @param route empty when nobody of the office could decide
     */
    public record Proposal(Decision decision, Optional<Route> route) {}

    private final Delegations delegations;
    private final Directory directory;
    private final OfficeRoster roster;
    private final Units units;
    private final Clock clock;

    Routes(Delegations delegations, Directory directory, OfficeRoster roster, Units units, Clock clock) {
        this.delegations = delegations;
        this.directory = directory;
        this.roster = roster;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The position that decides and somebody who holds it, reviewed by the leader of the drafter's team; the drafter himself where the
     * table lets him decide alone. Where nobody else holds the position, the next above it that somebody holds, and where the table has
     * no row, the highest below it.
     */
    public Proposal propose(Actor by, String task, @Nullable Long amount) {
        var decision = delegations.decide(task, amount, today());
        var row = decision.row();
        if (row.isPresent() && row.get().alone() && holds(by, decision.position()))
            return new Proposal(decision, Optional.of(Route.of(List.of(), Person.of(by.id()))));
        for (var position : inTurn(decision)) {
            var holder = holder(position, by);
            if (holder.isPresent()) return new Proposal(decision, Optional.of(route(by, position, holder.get())));
        }
        return new Proposal(decision, Optional.empty());
    }

    private static List<Position> inTurn(Decision decision) {
        var all = List.of(Position.values());
        var turn = new ArrayList<>(
                all.subList(0, decision.position().ordinal() + 1).reversed());
        if (decision.row().isEmpty()) turn.addAll(all.subList(turn.size(), Position.OFFICER.ordinal()));
        turn.remove(Position.OFFICER);
        return turn;
    }

    private boolean holds(Actor by, Position position) {
        return position(roster.now(), Person.of(by.id())) == position;
    }

    private Route route(Actor by, Position position, Person approver) {
        var stages = new ArrayList<Stage>();
        if (position.compareTo(Position.LEADER) < 0)
            holder(Position.LEADER, by)
                    .filter(leader -> !leader.equals(Person.of(by.id())) && !leader.equals(approver))
                    .ifPresent(leader -> stages.add(Stage.review(leader)));
        return Route.of(stages, approver);
    }

    /** Team leaders lead their own team; of others the nearest: of the drafter's team, of his unit, of the office; never the drafter. */
    private Optional<Person> holder(Position position, Actor by) {
        var team = position == Position.LEADER ? by.team() : "";
        if (position == Position.LEADER && team.isEmpty()) return Optional.empty();
        var home = units.of(by.team());
        return titled(position, team)
                .filter(a -> !a.id().value().equals(by.id()))
                .min(Comparator.comparing((Account a) -> !a.team().equals(by.team()))
                        .thenComparing(a -> !units.of(a.team()).equals(home))
                        .thenComparing(Account::login))
                .map(a -> Person.of(a.id().value()));
    }

    private Stream<Account> titled(Position position, String team) {
        var word = position.title().substring(position.title().length() - 2);
        var question = new Directory.Question(word, team, "ACTIVE");
        var first = directory.page(question, 1);
        int pages = (int) Math.ceilDiv(first.total(), (long) Directory.PAGE);
        return Stream.concat(
                        first.accounts().stream(),
                        IntStream.rangeClosed(2, pages)
                                .boxed()
                                .flatMap(n -> directory.page(question, n).accounts().stream()))
                .filter(a -> position(a.title()) == position);
    }

    /** The line of the route under the terms the table gives it. */
    Line line(Person drafter, Route route, Filing filing, OfficeRoster.Now people) {
        var decision = delegations.decide(filing.task(), filing.amount(), today());
        var deciding = position(people, route.approver());
        if (decision.row().isPresent() && deciding.compareTo(decision.position()) > 0)
            throw Refused.invalid("approvals.line.low", decision.position().title());
        boolean between = deciding.ordinal() + 1 < position(people, drafter).ordinal();
        return route.line(drafter, decision.terms(between));
    }

    private static Position position(OfficeRoster.Now people, Person person) {
        return people.account(person).map(a -> position(a.title())).orElse(Position.OFFICER);
    }

    /** 부구청장 before 구청장: the longer word first. */
    static Position position(String title) {
        var spoken = title.strip();
        for (var position :
                List.of(Position.VICE_HEAD, Position.HEAD, Position.DIRECTOR, Position.CHIEF, Position.LEADER))
            if (spoken.endsWith(position.title())) return position;
        return Position.OFFICER;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OfficeRoster.SEOUL);
    }
}
