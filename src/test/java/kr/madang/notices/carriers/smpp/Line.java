package kr.madang.notices.carriers.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.simulator.Received;
import kr.madang.notices.simulator.Simulator;

/** A carrier bound to a simulator, and what either of them learned. */
final class Line implements AutoCloseable, Receipts {
    static final Duration LONG = Duration.ofSeconds(60);

    final Simulator simulator;
    final SmppCarrier carrier;
    final List<Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
    final Map<Integer, Answer> late = new ConcurrentHashMap<>();
    final Map<String, List<Received>> phones = new ConcurrentHashMap<>();
    volatile int failures;

    Line() throws IOException {
        this(s -> s, MessageIds.AS_THEY_ARE);
    }

    Line(UnaryOperator<SmppSettings> how) throws IOException {
        this(how, MessageIds.AS_THEY_ARE);
    }

    Line(UnaryOperator<SmppSettings> how, MessageIds ids) throws IOException {
        simulator = Simulator.start(new Simulator.Settings(0, "madang", "secret", ids), Clock.systemUTC());
        simulator.listen(
                message -> phones.computeIfAbsent(message.to(), _ -> Collections.synchronizedList(new ArrayList<>()))
                        .add(message));
        carrier = new SmppCarrier(how.apply(settings(simulator.port())), this, Clock.systemUTC());
        bound();
    }

    static SmppSettings settings(int port) {
        return SmppSettings.of("localhost", port, "madang", "secret")
                .line(Duration.ofSeconds(10), Duration.ofMillis(20), Duration.ofMillis(200));
    }

    /** Waits until it can carry. */
    void bound() {
        await().atMost(LONG).until(() -> carrier.trouble().isEmpty());
    }

    static Parcel parcel(int row) {
        return parcel(row, "알림 " + row);
    }

    static Parcel parcel(int row, String text) {
        return new Parcel(new Parcel.Reference(1, row, 1), number(row), "0226704114", "", text);
    }

    static String number(int row) {
        return "010%08d".formatted(row);
    }

    List<Answer> hand(int first, int count, Duration within) {
        return carrier.hand(
                IntStream.range(first, first + count).mapToObj(Line::parcel).toList(),
                Instant.now().plus(within));
    }

    Answer hand(Parcel parcel) {
        return carrier.hand(List.of(parcel), Instant.now().plus(LONG)).getFirst();
    }

    /** How often it reached the phone. */
    int reached(int row) {
        return phones.getOrDefault(number(row), List.of()).size();
    }

    /** Every answer is true: handed reached the phone once, unknown perhaps once, all else never. */
    void isHonest(int first, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            int reached = reached(first + i);
            switch (answers.get(i)) {
                case Answer.Handed handed -> {
                    assertThat(reached).isEqualTo(1);
                    assertThat(phones.get(number(first + i)).getFirst().id()).isEqualTo(handed.id());
                }
                case Answer.Unknown unknown ->
                    assertThat(reached).as(unknown.why()).isLessThanOrEqualTo(1);
                case Answer.Rejected _, Answer.Throttled _, Answer.Unsent _, Answer.NotReceived _ ->
                    assertThat(reached).as(answers.get(i).toString()).isZero();
            }
        }
    }

    static long count(List<Answer> answers, Class<? extends Answer> kind) {
        return answers.stream().filter(kind::isInstance).count();
    }

    @Override
    public void received(List<Receipt> news) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("no room for receipts");
        }
        receipts.addAll(news);
    }

    @Override
    public void late(Parcel.Reference reference, Answer answer) {
        late.put(reference.row(), answer);
    }

    @Override
    public void close() throws IOException {
        carrier.close();
        simulator.close();
    }
}
