package kr.madang.approvals.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import kr.madang.approvals.line.Event.Kind;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** One paper's life from a list of moves; the same moves give the same life, so that a bad one can be cut down to its core. */
final class Walk {
    private static final Instant START = Instant.parse("2026-12-31T14:00:00Z");
    static final int PEOPLE = 7;

    /**
     * @param kind which act, or what happens to people; see {@link #KINDS}
     * @param who index of a person; from 100 on: somebody whose turn it is
     * @param draw everything else is drawn from this
     */
    record Move(int kind, int who, int whom, long draw) {
        @Override
        public String toString() {
            return "%s(p%d, p%d, %d)".formatted(KINDS.get(kind), who, whom, draw);
        }
    }

    static final List<String> KINDS = List.of(
            "submit",
            "revise",
            "sign",
            "signFor",
            "dissent",
            "return",
            "hold",
            "resume",
            "withdraw",
            "skip",
            "changeLine",
            "confirm",
            "read",
            "redraft",
            "absent",
            "back",
            "leave",
            "rejoin",
            "next",
            "discard",
            "restore");

    private final World world = new World();
    private final Oracle oracle;
    private Instant clock = START;
    private @Nullable Paper paper;
    /** How often each thing happened. */
    final Map<Kind, Integer> happened = new EnumMap<>(Kind.class);

    int approvals;

    Walk() {
        this.oracle = new Oracle(world);
    }

    Oracle oracle() {
        return oracle;
    }

    /** @return what went wrong, if anything did */
    Optional<String> run(List<Move> moves) {
        for (int i = 0; i < moves.size(); i++) {
            var wrong = step(moves.get(i));
            if (wrong.isPresent()) return Optional.of("move " + (i + 1) + " " + moves.get(i) + ": " + wrong.get());
        }
        return Optional.empty();
    }

    private Optional<String> step(Move move) {
        var random = new SplittableRandom(move.draw);
        if (move.kind >= 14 && move.kind < 18) {
            people(move);
            return Optional.empty();
        }
        var current = paper;
        if (current == null) return begin(random);
        var at = random.nextInt(12) == 0
                ? clock.minusSeconds(1 + random.nextInt(3))
                : clock.plusSeconds(random.nextInt(3));
        if (move.kind == 13) return redraft(current, at, random);
        var act = act(current, move, at, random);
        if (act == null) return Optional.empty();
        return tried(current, act);
    }

    private Optional<String> tried(Paper before, Act act) {
        var objection = oracle.objection(before.events(), act);
        try {
            var after = before.act(act, world);
            if (objection.isPresent()) return Optional.of("allowed although: " + objection.get() + " — " + act);
            happened.merge(after.last().kind(), 1, Integer::sum);
            clock = act.at();
            paper = after;
            if (after.status() == Status.APPROVED && before.status() != Status.APPROVED) approvals++;
            return Invariants.broken(before, after);
        } catch (Refused refused) {
            return objection.isPresent()
                    ? Optional.empty()
                    : Optional.of("refused with " + refused.code() + " without reason — " + act);
        }
    }

    private Optional<String> begin(SplittableRandom random) {
        var line = line(random, person(random.nextInt(PEOPLE)));
        if (line == null || world.gone.contains(line.drafter())) return Optional.empty();
        paper = Paper.draft(id(random), line, hash(random.nextInt(9)), clock, world);
        return Optional.empty();
    }

    private Optional<String> redraft(Paper old, Instant at, SplittableRandom random) {
        var log = new Log(old.events());
        var by = random.nextInt(4) == 0 ? person(random.nextInt(PEOPLE)) : log.drafter();
        var line = line(random, by);
        if (line == null) return Optional.empty();
        boolean rests = !log.has(Kind.REDRAFTED)
                && (log.approved() || log.has(Kind.RETURNED) || log.withDrafter() && log.has(Kind.WITHDRAWN));
        boolean may = rests
                && !at.isBefore(log.last().at())
                && !world.gone.contains(by)
                && (by.equals(log.drafter()) || world.gone.contains(log.drafter()));
        try {
            var both = old.redraft(id(random), line, hash(random.nextInt(9)), at, world);
            if (!may) return Optional.of("redrafted against the rules");
            clock = at;
            happened.merge(Kind.REDRAFTED, 1, Integer::sum);
            paper = random.nextInt(4) > 0 ? both.fresh() : both.old();
            boolean linked =
                    both.old().successor().equals(Optional.of(both.fresh().id()))
                            && both.fresh().predecessor().equals(Optional.of(old.id()));
            return linked ? Optional.empty() : Optional.of("not linked");
        } catch (Refused refused) {
            return may ? Optional.of("redraft refused with " + refused.code()) : Optional.empty();
        }
    }

    private void people(Move move) {
        var who = who(paper, move.who);
        switch (KINDS.get(move.kind)) {
            case "absent" -> world.absent.put(who, person(move.whom));
            case "back" -> world.absent.remove(who);
            case "leave" -> {
                if (move.draw % 4 == 0) world.gone.add(who);
            }
            default -> world.gone.clear();
        }
    }

    private @Nullable Act act(Paper now, Move move, Instant at, SplittableRandom random) {
        var by = who(now, move.who);
        var whom = who(now, move.whom);
        var seen = random.nextInt(15) == 0 ? hash(random.nextInt(9)) : now.content();
        var words = random.nextInt(8) == 0 ? " " : "의견";
        return switch (KINDS.get(move.kind)) {
            case "submit" ->
                new Act.Submit(random.nextInt(5) == 0 ? by : now.line().drafter(), at, seen, words);
            case "revise" ->
                new Act.Revise(
                        random.nextBoolean() ? by : now.line().drafter(), at, seen, hash(random.nextInt(9)), words);
            case "sign" -> new Act.Sign(by, at, seen, words);
            case "signFor" ->
                new Act.SignFor(
                        random.nextInt(4) == 0 ? by : world.absent.getOrDefault(whom, by), whom, at, seen, words);
            case "dissent" -> new Act.Dissent(by, at, seen, words);
            case "return" -> new Act.Return(by, at, words);
            case "hold" -> new Act.Hold(by, at, words);
            case "resume" ->
                new Act.Resume(now.heldFor().filter(h -> random.nextInt(3) > 0).orElse(by), at, words);
            case "withdraw" ->
                new Act.Withdraw(random.nextInt(5) == 0 ? by : now.line().drafter(), at, words);
            case "skip" ->
                new Act.SkipReview(random.nextBoolean() ? by : now.line().drafter(), whom, at, words);
            case "changeLine" -> {
                var line = random.nextBoolean()
                        ? varied(now.line(), random)
                        : line(random, now.line().drafter());
                yield line == null
                        ? null
                        : new Act.ChangeLine(
                                random.nextBoolean() ? by : now.last().who(), at, line, words);
            }
            case "confirm" ->
                new Act.ConfirmReport(random.nextInt(4) == 0 ? by : now.line().approver(), at, words);
            case "read" -> new Act.Read(by, at);
            case "discard" ->
                new Act.Discard(random.nextInt(5) == 0 ? by : now.line().drafter(), at);
            case "restore" ->
                new Act.Restore(random.nextInt(5) == 0 ? by : now.line().drafter(), at);
            default -> next(now, at, random);
        };
    }

    /** What an orderly office would do next, so that many papers come to their end. */
    private @Nullable Act next(Paper now, Instant at, SplittableRandom random) {
        var seen = now.content();
        return switch (now.status()) {
            case DRAFTING, WITHDRAWN -> new Act.Submit(now.line().drafter(), at, seen, "");
            case RUNNING -> {
                var seat = now.due().get(random.nextInt(now.due().size()));
                var deputy = world.absent.get(seat);
                yield deputy == null ? new Act.Sign(seat, at, seen, "") : new Act.SignFor(deputy, seat, at, seen, "");
            }
            case HELD -> new Act.Resume(now.heldFor().orElseThrow(), at, "");
            case RETURNED -> null;
            case DISCARDED -> new Act.Restore(now.line().drafter(), at);
            case APPROVED ->
                now.reportDue()
                        ? new Act.ConfirmReport(now.line().approver(), at, "")
                        : new Act.Read(person(random.nextInt(PEOPLE)), at);
        };
    }

    private static Person who(@Nullable Paper now, int index) {
        if (index < 100 || now == null) return person(index % PEOPLE);
        var due = now.due();
        return due.isEmpty() ? person(index % PEOPLE) : due.get(index % due.size());
    }

    static Person person(int index) {
        return new Person("p" + index);
    }

    private static Paper.Id id(SplittableRandom random) {
        return new Paper.Id(new UUID(random.nextLong(), random.nextLong()));
    }

    static String hash(int n) {
        return Integer.toHexString(n).repeat(64);
    }

    /** A line for the drafter, now and then one that the rules refuse: then null. */
    private static @Nullable Line line(SplittableRandom random, Person drafter) {
        var stages = new ArrayList<Stage>();
        try {
            for (int i = random.nextInt(4); i > 0; i--) stages.add(stage(random));
            return whole(drafter, stages, person(random.nextInt(PEOPLE)), random);
        } catch (Refused refused) {
            return null;
        }
    }

    private static Line whole(Person drafter, List<Stage> stages, Person approver, SplittableRandom random) {
        var terms =
                new Terms(random.nextBoolean(), random.nextInt(4) == 0, random.nextInt(3) > 0, random.nextBoolean());
        var readers = random.nextBoolean() ? List.of(person(0), person(3)) : List.<Person>of();
        return new Line(drafter, stages, approver, readers, terms);
    }

    private static Stage stage(SplittableRandom random) {
        var first = person(random.nextInt(PEOPLE));
        if (random.nextBoolean()) return Stage.review(first);
        return random.nextBoolean() ? Stage.concur(first) : Stage.concur(first, person(random.nextInt(PEOPLE)));
    }

    /** The line with something changed at its end, or a widened concurrence. */
    private static @Nullable Line varied(Line line, SplittableRandom random) {
        var stages = new ArrayList<>(line.stages());
        try {
            int at = stages.isEmpty() ? 0 : random.nextInt(stages.size());
            switch (random.nextInt(5)) {
                case 0 -> stages.add(stage(random));
                case 1 -> {
                    if (!stages.isEmpty()) stages.removeLast();
                }
                case 2 -> {
                    if (!stages.isEmpty() && stages.get(at).role() == Role.CONCUR) {
                        var more = new ArrayList<>(stages.get(at).people());
                        more.add(person(random.nextInt(PEOPLE)));
                        stages.set(at, new Stage(Role.CONCUR, more));
                    }
                }
                case 3 -> {
                    if (!stages.isEmpty())
                        stages.set(at, Stage.review(stages.get(at).people().getFirst()));
                }
                default -> {
                    return whole(line.drafter(), stages, person(random.nextInt(PEOPLE)), random);
                }
            }
            return new Line(line.drafter(), stages, line.approver(), line.circulation(), line.terms());
        } catch (Refused refused) {
            return null;
        }
    }
}
