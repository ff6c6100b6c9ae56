package kr.madang.notices.carriers.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Receipts.Receipt;
import kr.madang.notices.simulator.Faults;
import org.junit.jupiter.api.Test;

/** Each thing that can go wrong at an operator: every parcel has one answer, and the right one. */
class SmppFaultsTests {
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Set<String> ids(List<Answer> answers) {
        var ids = new HashSet<String>();
        for (var answer : answers) if (answer instanceof Answer.Handed(String id)) ids.add(id);
        return ids;
    }

    @Test
    void slowAnswersAreWaitedFor() throws IOException {
        try (var line = new Line()) {
            line.simulator.behave(Faults.NONE.delay(Duration.ofMillis(50)));
            var answers = line.hand(1, 1_000, Line.LONG);
            line.isHonest(1, answers);
            assertThat(ids(answers)).hasSize(1_000);
        }
    }

    @Test
    void aVerySlowOperatorHoldsNoMoreThanTheWindow() throws IOException {
        try (var line = new Line(s -> s.window(20, Duration.ofMinutes(5)))) {
            line.simulator.behave(Faults.NONE.delay(Duration.ofSeconds(30)));
            var answers = line.hand(1, 100, SHORT);
            line.isHonest(1, answers);
            assertThat(Line.count(answers, Answer.Unknown.class)).isLessThanOrEqualTo(20);
            assertThat(Line.count(answers, Answer.Unsent.class)).isGreaterThanOrEqualTo(80);
            assertThat(line.hand(101, 50, SHORT)).hasOnlyElementsOfType(Answer.Unsent.class);
            assertThat(line.simulator.count()).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void anAnswerThatComesTooLateIsToldAfterwards() throws IOException {
        try (var line = new Line()) {
            line.simulator.behave(Faults.NONE.delay(Duration.ofMillis(1_500)));
            var answers = line.hand(1, 50, SHORT);
            assertThat(answers).hasOnlyElementsOfType(Answer.Unknown.class);
            await().atMost(Line.LONG).until(() -> line.late.size() == 50);
            assertThat(line.late.values()).hasOnlyElementsOfType(Answer.Handed.class);
            line.late.forEach((row, answer) -> line.isHonest(row, List.of(answer)));
        }
    }

    @Test
    void whatIsThrottledWaits() throws IOException {
        try (var line = new Line()) {
            line.simulator.behave(Faults.NONE.throttle(10));
            var answers = line.hand(1, 200, Duration.ofSeconds(2));
            line.isHonest(1, answers);
            assertThat(answers).contains(new Answer.Throttled("0x58"));
            assertThat(Line.count(answers, Answer.Handed.class)).isEqualTo(line.simulator.count());
            assertThat(Line.count(answers, Answer.Unknown.class)).isZero();
        }
    }

    @Test
    void aRefusedNumberIsRefusedForGood() throws IOException {
        try (var line = new Line()) {
            line.simulator.behave(Faults.NONE.refuse(to -> to.endsWith("7")));
            var answers = line.hand(1, 100, Line.LONG);
            line.isHonest(1, answers);
            assertThat(answers.stream().filter(new Answer.Rejected("0x0B", true)::equals))
                    .hasSize(10);
            assertThat(ids(answers)).hasSize(90);
        }
    }

    @Test
    void aDroppedLineLeavesNothingUntold() throws IOException {
        try (var line = new Line()) {
            for (int round = 0; round < 20; round++) {
                line.bound();
                line.simulator.behave(Faults.NONE.dropAfter(10 + round * 7));
                int first = round * 200 + 1;
                line.isHonest(first, line.hand(first, 200, Line.LONG));
            }
            assertThat(line.simulator.count()).isGreaterThanOrEqualTo(200);
            line.bound();
            line.simulator.behave(Faults.NONE);
            assertThat(line.hand(9_001, 10, Line.LONG)).hasOnlyElementsOfType(Answer.Handed.class);
        }
    }

    @Test
    void takenAndDiedIsUnknown() throws IOException {
        try (var line = new Line()) {
            for (int round = 0; round < 20; round++) {
                line.bound();
                line.simulator.behave(Faults.NONE.dieAfter(1 + round * 9));
                int first = round * 200 + 1;
                var answers = line.hand(first, 200, Line.LONG);
                line.isHonest(first, answers);
                assertThat(Line.count(answers, Answer.Unknown.class)).isBetween(1L, 200L);
            }
        }
    }

    @Test
    void oneLostAnswerCostsItsMessageAndNotTheLine() throws IOException {
        try (var line = new Line(s -> s.window(50, Duration.ofMillis(400)))) {
            line.simulator.behave(Faults.NONE.muteEvery(25));
            var answers = line.hand(1, 100, Line.LONG);
            line.isHonest(1, answers);
            assertThat(Line.count(answers, Answer.Unknown.class)).isEqualTo(4);
            assertThat(answers.get(24)).isEqualTo(new Answer.Unknown("answer lost"));
        }
    }

    @Test
    void noAnswersAtAllCostTheLine() throws IOException {
        try (var line = new Line(s -> s.window(50, SHORT))) {
            line.simulator.behave(Faults.NONE.muteEvery(1));
            var answers = line.hand(1, 50, Line.LONG);
            line.isHonest(1, answers);
            assertThat(answers).hasOnlyElementsOfType(Answer.Unknown.class);
            line.simulator.behave(Faults.NONE);
            line.bound();
            await().atMost(Line.LONG)
                    .until(() -> line.hand(101, 1, SHORT).getFirst() instanceof Answer.Handed || line.reached(101) > 0);
        }
    }

    @Test
    void receiptsComeTwiceShuffledAndBeforeTheAnswer() throws IOException {
        try (var line = new Line()) {
            line.simulator.behave(Faults.NONE
                    .delay(Duration.ofMillis(100))
                    .receipts(Faults.ReceiptFaults.NONE.copies(10).shuffle().early()));
            var answers = line.hand(1, 300, Line.LONG);
            await().atMost(Line.LONG).until(() -> line.receipts.size() == 3_000);
            assertThat(new HashSet<>(line.receipts.stream().map(Receipt::id).toList()))
                    .isEqualTo(ids(answers));
        }
    }

    @Test
    void receiptsThatCannotBeKeptComeAgain() throws IOException {
        try (var line = new Line()) {
            line.failures = 3;
            var answers = line.hand(1, 500, Line.LONG);
            await().atMost(Line.LONG).until(() -> line.receipts.size() >= 500 && line.simulator.owed() == 0);
            assertThat(new HashSet<>(line.receipts.stream().map(Receipt::id).toList()))
                    .isEqualTo(ids(answers));
        }
    }

    @Test
    void receiptsOwedWhileTheLineWasDownComeOverTheNext() throws IOException {
        try (var line = new Line()) {
            var answers = line.hand(1, 500, Line.LONG);
            line.simulator.drop();
            await().atMost(Line.LONG).until(() -> line.receipts.size() >= 500);
            assertThat(new HashSet<>(line.receipts.stream().map(Receipt::id).toList()))
                    .isEqualTo(ids(answers));
        }
    }
}
