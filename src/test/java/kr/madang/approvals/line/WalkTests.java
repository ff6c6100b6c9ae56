package kr.madang.approvals.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import kr.madang.approvals.line.Event.Kind;
import org.junit.jupiter.api.Test;

/** Random lives of papers: the machine and the table of sentences agree about every act. */
class WalkTests {
    private static final long SEED = 20_261_121L;
    private static final int STEPS = 240_000;
    private static final int LONGEST = 60;

    @Test
    void theMachineAndTheSentencesAgree() {
        var random = new SplittableRandom(SEED);
        int steps = 0;
        var happened = new EnumMap<Kind, Integer>(Kind.class);
        int approvals = 0;
        while (steps < STEPS) {
            var moves = moves(random);
            steps += moves.size();
            var walk = new Walk();
            var wrong = walk.run(moves);
            if (wrong.isPresent()) throw new AssertionError(trace(shrunk(moves, Walk::new), Walk::new));
            walk.happened.forEach((kind, times) -> happened.merge(kind, times, Integer::sum));
            approvals += walk.approvals;
        }
        assertThat(happened.keySet()).as("everything happens").hasSize(Kind.values().length - 1);
        assertThat(happened).as("and often enough").allSatisfy((kind, times) -> assertThat(times)
                .isGreaterThan(80));
        assertThat(approvals).as("papers that reached their approval").isGreaterThan(1_000);
    }

    @Test
    void aForgottenRuleIsFoundAndCutDownToItsCore() {
        Supplier<Walk> wrong = () -> {
            var walk = new Walk();
            walk.oracle().forget(Act.Withdraw.class, "before anyone signed");
            return walk;
        };
        var random = new SplittableRandom(SEED);
        List<Walk.Move> found = List.of();
        while (found.isEmpty()) {
            var moves = moves(random);
            if (wrong.get().run(moves).isPresent()) found = moves;
        }
        var core = shrunk(found, wrong);
        assertThat(core.size()).isLessThanOrEqualTo(6).isLessThan(found.size());
        assertThat(trace(core, wrong)).contains("approvals.withdraw.late");
        for (int i = 0; i < core.size(); i++) {
            var shorter = new ArrayList<>(core);
            shorter.remove(i);
            assertThat(wrong.get().run(shorter)).as("without move %d", i + 1).isEmpty();
        }
    }

    private static List<Walk.Move> moves(SplittableRandom random) {
        var moves = new ArrayList<Walk.Move>();
        int length = 5 + random.nextInt(LONGEST);
        for (int i = 0; i < length; i++)
            moves.add(new Walk.Move(kind(random), who(random), who(random), random.nextLong()));
        return moves;
    }

    /** Often the orderly next act, or few papers would ever be approved. */
    private static int kind(SplittableRandom random) {
        int draw = random.nextInt(10);
        if (draw < 4) return Walk.KINDS.indexOf("next");
        if (draw < 5) return Walk.KINDS.indexOf(random.nextBoolean() ? "skip" : "changeLine");
        return random.nextInt(Walk.KINDS.size());
    }

    private static int who(SplittableRandom random) {
        return (random.nextInt(10) < 7 ? 100 : 0) + random.nextInt(Walk.PEOPLE);
    }

    /** The fewest moves that still go wrong: first halves, then single moves are left out as long as it does. */
    private static List<Walk.Move> shrunk(List<Walk.Move> moves, Supplier<Walk> fresh) {
        var core = new ArrayList<>(moves);
        for (int size = Math.max(1, core.size() / 2); size > 0; size /= 2) {
            for (int at = 0; at + size <= core.size(); ) {
                var shorter = new ArrayList<>(core);
                shorter.subList(at, at + size).clear();
                if (fresh.get().run(shorter).isPresent()) {
                    core = shorter;
                    if (size == 1) at = 0;
                } else at++;
            }
        }
        return core;
    }

    private static String trace(List<Walk.Move> moves, Supplier<Walk> fresh) {
        Optional<String> wrong = fresh.get().run(moves);
        var lines = new ArrayList<>(moves.stream().map(Walk.Move::toString).toList());
        lines.add("→ " + wrong.orElse("nothing"));
        return String.join("\n", lines);
    }
}
