package kr.madang.notices.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kr.madang.notices.calls.Call.State;
import kr.madang.notices.calls.CallEvent.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random calls, held against what has to be true of any list of events. */
class CallWalkTests {
    private static final Instant NIGHT = Instant.parse("2026-07-14T17:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverHappensTheRulesHold(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) walk(random);
    }

    private static void walk(Random random) {
        var tree = tree(random);
        var call = Call.start(tree, "모이십시오.", random.nextBoolean(), NIGHT);
        var now = NIGHT;
        for (int step = 0; step < 40; step++) {
            now = now.plusSeconds(random.nextInt(-20, 200));
            var before = call;
            call = random.nextInt(4) > 0 ? call.at(now) : answered(call, random, now);
            assertThat(call.events().subList(0, before.events().size())).isEqualTo(before.events());
            var settled = call.at(now);
            assertThat(settled.at(now)).as("nothing is due twice").isSameAs(settled);
            assertThat(Call.replay(call.events()).state()).isEqualTo(call.state());
            quietUntilNext(call, now);
        }
        holds(tree, call.events());
    }

    /** What the call says is due next is the first moment at which anything happens. */
    private static void quietUntilNext(Call call, Instant now) {
        var settled = call.at(now);
        var last = settled.events().getLast().at();
        var next = settled.next();
        if (next.isEmpty())
            assertThat(settled.at(last.plus(Duration.ofDays(9)))).isSameAs(settled);
        else if (next.get().isAfter(last))
            assertThat(settled.at(next.get().minusMillis(1))).isSameAs(settled);
    }

    private static Call answered(Call call, Random random, Instant now) {
        var told = call.events().stream()
                .filter(CallEvent.Told.class::isInstance)
                .map(e -> ((CallEvent.Told) e).person())
                .toList();
        if (told.isEmpty() || call.state() == State.ENDED) return call;
        var last = call.events().getLast().at();
        var at = now.isBefore(last) ? last : now;
        var answer = random.nextInt(3) == 0 ? Answer.COMING : Answer.UNABLE;
        return call.answered(told.get(random.nextInt(told.size())), answer, at);
    }

    private static Tree tree(Random random) {
        var rungs = new ArrayList<Rung>();
        for (int r = random.nextInt(1, 4); r > 0; r--) {
            var people = new ArrayList<String>();
            for (var person : List.of("a", "b", "c", "d", "e")) if (random.nextBoolean()) people.add(person);
            if (people.isEmpty()) people.add("a");
            rungs.add(new Rung(
                    "단계",
                    people,
                    random.nextInt(1, people.size() + 1),
                    Duration.ofSeconds(random.nextInt(30, 600)),
                    Duration.ofSeconds(random.nextInt(30, 200)),
                    random.nextInt(1, 4)));
        }
        return new Tree("나무", rungs);
    }

    /** The rules once more, read off the events alone. */
    private static void holds(Tree tree, List<CallEvent> events) {
        var opened = new ArrayList<Instant>();
        var attempts = new HashMap<String, Integer>();
        var lastTold = new HashMap<String, Instant>();
        var answers = new HashMap<String, Answer>();
        boolean met = false;
        boolean exhausted = false;
        var clock = events.getFirst().at();
        for (var event : events) {
            assertThat(event.at()).isAfterOrEqualTo(clock);
            clock = event.at();
            switch (event) {
                case CallEvent.Started started -> assertThat(started).isSameAs(events.getFirst());
                case CallEvent.Opened(var at, int rung) -> {
                    assertThat(rung).isEqualTo(opened.size());
                    if (rung > 0) over(tree.rungs().get(rung - 1), opened.getLast(), at, answers);
                    opened.add(at);
                }
                case CallEvent.Told(var at, int rung, var person, int attempt) -> {
                    var mine = tree.rungs().get(rung);
                    assertThat(met).isFalse();
                    assertThat(opened).hasSizeGreaterThan(rung);
                    assertThat(mine.people()).contains(person);
                    assertThat(answers).doesNotContainKey(person);
                    assertThat(attempts.merge(rung + person, 1, Integer::sum))
                            .isEqualTo(attempt)
                            .isLessThanOrEqualTo(mine.most());
                    var before = lastTold.put(person, at);
                    if (before != null) assertThat(Duration.between(before, at)).isGreaterThanOrEqualTo(mine.repeat());
                }
                case CallEvent.Answered(var at, var person, var answer) -> {
                    assertThat(lastTold).containsKey(person);
                    assertThat(answers.put(person, answer)).isNotEqualTo(answer);
                }
                case CallEvent.Met(var at, int rung) -> {
                    assertThat(met).isFalse();
                    met = true;
                    assertThat(coming(tree.rungs().get(rung), answers))
                            .isGreaterThanOrEqualTo(tree.rungs().get(rung).enough());
                }
                case CallEvent.Exhausted(var at) -> {
                    assertThat(exhausted).isFalse();
                    exhausted = true;
                    assertThat(opened).hasSize(tree.rungs().size());
                    over(tree.rungs().getLast(), opened.getLast(), at, answers);
                }
                case CallEvent.Ended ended -> {}
            }
        }
        if (!met)
            for (int rung = 0; rung < opened.size(); rung++)
                assertThat(coming(tree.rungs().get(rung), answers))
                        .isLessThan(tree.rungs().get(rung).enough());
    }

    private static void over(Rung rung, Instant opened, Instant at, Map<String, Answer> answers) {
        boolean waited = !at.isBefore(opened.plus(rung.span()));
        long unable = rung.people().stream()
                .filter(p -> answers.get(p) == Answer.UNABLE)
                .count();
        assertThat(waited || rung.people().size() - unable < rung.enough()).isTrue();
    }

    private static long coming(Rung rung, Map<String, Answer> answers) {
        return rung.people().stream()
                .filter(p -> answers.get(p) == Answer.COMING)
                .count();
    }
}
