package kr.madang.notices.carriers.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts.Fate;
import kr.madang.notices.carriers.Receipts.Receipt;
import kr.madang.notices.simulator.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages over a line that works. */
class SmppCarrierTests {
    @Test
    void everyMessageIsTakenOnceAndItsReceiptComes() throws IOException {
        try (var line = new Line()) {
            var answers = line.hand(1, 5_000, Line.LONG);
            assertThat(Line.count(answers, Answer.Handed.class)).isEqualTo(5_000);
            line.isHonest(1, answers);
            await().atMost(Line.LONG).until(() -> line.receipts.size() == 5_000);
            var ids = answers.stream().map(a -> ((Answer.Handed) a).id()).toList();
            assertThat(line.receipts).extracting(Receipt::id).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(line.receipts).allMatch(receipt -> receipt.fate() == Fate.DELIVERED);
        }
    }

    @Test
    void manyHandOverAtOnce() throws Exception {
        try (var line = new Line()) {
            var threads = IntStream.range(0, 8)
                    .mapToObj(n -> Thread.startVirtualThread(
                            () -> line.isHonest(n * 500 + 1, line.hand(n * 500 + 1, 500, Line.LONG))))
                    .toList();
            for (var thread : threads) thread.join();
            assertThat(line.simulator.count()).isEqualTo(4_000);
            assertThat(IntStream.rangeClosed(1, 4_000).map(line::reached)).containsOnly(1);
        }
    }

    @ParameterizedTest
    @EnumSource(SmppSettings.LongTexts.class)
    void longTextsArriveWhole(SmppSettings.LongTexts way) throws IOException {
        var text = "한파주의보가 발효되었습니다. 수도 계량기를 감싸 주세요. 🥶 ".repeat(20);
        try (var line = new Line(s -> s.texts(List.of(Coding.KOREAN, Coding.UNICODE), way))) {
            var answer = line.hand(Line.parcel(1, text));
            assertThat(answer).isInstanceOf(Answer.Handed.class);
            var got = line.phones.get(Line.number(1)).getFirst();
            assertThat(got.text()).isEqualTo(text);
            assertThat(got.pieces()).isEqualTo(way == SmppSettings.LongTexts.PAYLOAD ? 1 : got.pieces());
            await().atMost(Line.LONG).until(() -> line.receipts.size() == 1);
            assertThat(line.receipts.getFirst().id()).isEqualTo(((Answer.Handed) answer).id());
        }
    }

    @Test
    void aTextNobodyCanWriteIsRefusedAndNotMangled() throws IOException {
        try (var line = new Line(s -> s.texts(List.of(Coding.KOREAN), SmppSettings.LongTexts.PAYLOAD))) {
            assertThat(line.hand(Line.parcel(1, "🥶"))).isEqualTo(new Answer.Rejected("unwritable", true));
            assertThat(line.simulator.count()).isZero();
        }
    }

    @Test
    void anAddressThatFitsIntoNoMessageIsRefused() throws IOException {
        try (var line = new Line()) {
            var far = new Parcel(new Parcel.Reference(1, 1, 1), "0".repeat(40), "02", "", "x");
            assertThat(line.hand(far)).isEqualTo(new Answer.Rejected("0x0B", true));
            // its place in the window is free again
            assertThat(line.hand(Line.parcel(2))).isInstanceOf(Answer.Handed.class);
        }
    }

    @Test
    void aSubjectIsTheFirstLine() throws IOException {
        try (var line = new Line()) {
            line.hand(new Parcel(new Parcel.Reference(1, 1, 1), Line.number(1), "02", "안내", "본문"));
            assertThat(line.phones.get(Line.number(1)).getFirst().text()).isEqualTo("안내\n본문");
        }
    }

    @ParameterizedTest
    @EnumSource(MessageIds.class)
    void receiptsFindTheirMessagesInEveryNotation(MessageIds ids) throws IOException {
        try (var line = new Line(s -> s.ids(ids), ids)) {
            var handed = line.hand(1, 40, Line.LONG).stream()
                    .map(a -> ((Answer.Handed) a).id())
                    .toList();
            await().atMost(Line.LONG).until(() -> line.receipts.size() == 40);
            assertThat(line.receipts).extracting(Receipt::id).containsExactlyInAnyOrderElementsOf(handed);
        }
    }

    @Test
    void aMessageWhoseReceiptWasLostCanBeAskedFor() throws IOException {
        try (var line = new Line()) {
            line.simulator.behave(
                    Faults.NONE.receipts(Faults.ReceiptFaults.NONE.lose(100).undeliverable(Line.number(2)::equals)));
            var one = (Answer.Handed) line.hand(Line.parcel(1));
            var two = (Answer.Handed) line.hand(Line.parcel(2));
            assertThat(line.carrier.look(one.id(), "02").orElseThrow().fate()).isEqualTo(Fate.DELIVERED);
            assertThat(line.carrier.look(two.id(), "02").orElseThrow().fate()).isEqualTo(Fate.FAILED);
            assertThat(line.carrier.look("777", "02")).isEmpty();
            assertThat(line.receipts).isEmpty();
        }
    }

    @Test
    void itCannotBeAskedByReferenceAndSaysSo() throws IOException {
        try (var line = new Line()) {
            line.hand(Line.parcel(1));
            assertThat(line.carrier.ask(new Parcel.Reference(1, 1, 1))).isEmpty();
            assertThat(line.carrier.authoritative()).isFalse();
        }
    }

    @Test
    void aWrongPasswordIsToldAndNothingIsSent() throws IOException {
        try (var line = new Line()) {
            var wrong = SmppSettings.of("localhost", line.simulator.port(), "madang", "wrong")
                    .line(Duration.ofSeconds(1), Duration.ofMillis(5), Duration.ofMillis(5));
            try (var carrier = new SmppCarrier(wrong, line, Clock.systemUTC())) {
                await().atMost(Line.LONG)
                        .until(() -> carrier.trouble().orElse("").contains("0x0E"));
                assertThat(carrier.hand(List.of(Line.parcel(1)), Instant.now().plusSeconds(5)))
                        .hasOnlyElementsOfType(Answer.Unsent.class);
            }
            assertThat(line.simulator.count()).isZero();
        }
    }

    @Test
    void nobodyThereIsNothingSent() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var line = new Line();
                var carrier = new SmppCarrier(Line.settings(port), line, Clock.systemUTC())) {
            assertThat(carrier.hand(List.of(Line.parcel(1)), Instant.now().plusSeconds(5)))
                    .hasOnlyElementsOfType(Answer.Unsent.class);
            assertThat(carrier.trouble()).isPresent();
        }
    }

    @Test
    void anInterruptedCallerGetsAnHonestAnswer() throws Exception {
        try (var line = new Line(s -> s.window(10, Duration.ofSeconds(60)))) {
            line.simulator.behave(Faults.NONE.delay(Duration.ofSeconds(30)));
            var answers = new AtomicReference<List<Answer>>();
            var caller = Thread.startVirtualThread(() -> answers.set(line.hand(1, 50, Line.LONG)));
            await().atMost(Line.LONG).until(() -> line.simulator.count() == 10);
            caller.interrupt();
            caller.join();
            line.isHonest(1, answers.get());
            assertThat(Line.count(answers.get(), Answer.Unknown.class)).isEqualTo(10);
            assertThat(Line.count(answers.get(), Answer.Unsent.class)).isEqualTo(40);
        }
    }
}
