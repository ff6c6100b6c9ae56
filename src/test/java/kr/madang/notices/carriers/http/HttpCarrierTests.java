package kr.madang.notices.carriers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages through a relay that works, and through one that does not. */
class HttpCarrierTests {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final CountDownLatch end = new CountDownLatch(1);
    private Relay relay;

    @BeforeEach
    void open() throws IOException {
        relay = new Relay();
    }

    @AfterEach
    void close() {
        end.countDown();
        relay.close();
    }

    private static Parcel parcel(int row) {
        return new Parcel(new Parcel.Reference(1, row, 1), "01000000001", "02", "", "\"알림\" " + row);
    }

    private List<Answer> hand(int count, Duration patience) {
        try (var carrier = relay.carrier(10, patience)) {
            return carrier.hand(
                    IntStream.rangeClosed(1, count)
                            .mapToObj(HttpCarrierTests::parcel)
                            .toList(),
                    Instant.now().plus(LONG));
        }
    }

    @Test
    void everyMessageIsTakenOnceInBundles() {
        var answers = hand(25, LONG);
        for (int row = 1; row <= 25; row++)
            assertThat(answers.get(row - 1)).isEqualTo(new Answer.Handed("r1-" + row + "-1"));
        assertThat(relay.taken).hasSize(25).containsEntry("1-25-1", 1);
        assertThat(relay.keys).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void theSameMessagesHaveTheSameKey() {
        hand(10, LONG);
        hand(10, LONG);
        assertThat(relay.keys).hasSize(2);
        assertThat(relay.keys.getFirst()).isEqualTo(relay.keys.getLast());
    }

    @Test
    void answersMayComeInAnyOrderAndDiffer() {
        relay.behavior = (exchange, references) -> Relay.reply(exchange, 200, """
            {"results":[{"reference":"1-3-1","status":"throttled","code":"slow"},
            {"reference":"1-2-1","status":"rejected","code":"number","permanent":true},
            {"reference":"1-1-1","status":"accepted","id":"x"},
            {"reference":"1-4-1","status":"rejected","code":"busy"},
            {"reference":"1-5-1","status":"accepted","id":"a"},{"reference":"1-5-1","status":"accepted","id":"b"},
            {"reference":"1-6-1","status":"not_received"},{"reference":"9-9-9","status":"accepted"},{"status":7},null]}\
            """);
        assertThat(hand(7, LONG))
                .containsExactly(
                        new Answer.Handed("x"),
                        new Answer.Rejected("number", true),
                        new Answer.Throttled("slow"),
                        new Answer.Rejected("busy", false),
                        new Answer.Unknown("contradictory answers"),
                        new Answer.Unknown("answer cannot be read"),
                        new Answer.Unknown("not in the answer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void anErrorOfTheRelaySaysNothing(int status) {
        relay.behavior = (exchange, _) -> Relay.reply(exchange, status, "");
        assertThat(hand(3, LONG)).containsOnly(new Answer.Unknown("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 413})
    void whatIsRefusedAsAWholeWasNotTaken(int status) {
        relay.takes = false;
        relay.behavior = (exchange, _) -> {
            exchange.getResponseHeaders().add("Location", relay.address() + "/messages");
            Relay.reply(exchange, status, "");
        };
        assertThat(hand(3, LONG)).containsOnly(new Answer.Rejected("HTTP " + status, false));
        // a redirect is not followed
        assertThat(relay.keys).hasSize(1);
    }

    @Test
    void tooManyRequestsWait() {
        relay.behavior = (exchange, _) -> Relay.reply(exchange, 429, "");
        assertThat(hand(3, LONG)).containsOnly(new Answer.Throttled("HTTP 429"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html>", "[]", "null", "{\"results\":7}", "{\"results\":[[[[]]]]}", "\u0000"})
    void whatCannotBeReadIsUnknown(String body) {
        relay.behavior = (exchange, _) -> Relay.reply(exchange, 200, body);
        assertThat(hand(3, LONG)).hasOnlyElementsOfType(Answer.Unknown.class);
    }

    @Test
    void anAnswerWithoutEndIsUnknown() {
        relay.behavior = (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[64 * 1024];
            try {
                for (int i = 0; i < 200; i++) exchange.getResponseBody().write(block);
            } catch (IOException e) {
                // the carrier has had enough
            }
        };
        assertThat(hand(3, LONG)).hasOnlyElementsOfType(Answer.Unknown.class);
    }

    @Test
    void takenAndNeverAnsweredIsUnknownAndCanBeAskedFor() {
        relay.behavior = (_, _) -> end.await();
        assertThat(hand(3, Duration.ofMillis(300))).containsOnly(new Answer.Unknown("no answer in time"));
        try (var carrier = relay.carrier(10, LONG)) {
            assertThat(carrier.ask(new Parcel.Reference(1, 3, 1))).contains(new Answer.Handed("r1-3-1"));
            assertThat(carrier.ask(new Parcel.Reference(1, 4, 1))).contains(new Answer.NotReceived());
            assertThat(carrier.authoritative()).isTrue();
        }
    }

    @Test
    void aLineLostAfterTakingIsUnknown() {
        relay.behavior = (exchange, _) -> exchange.close();
        assertThat(hand(3, LONG)).containsOnly(new Answer.Unknown("line lost"));
    }

    @Test
    void nobodyThereIsNothingSent() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var settings = new HttpSettings(URI.create("http://localhost:" + port), "key", 10, LONG, true);
        try (var carrier = new HttpCarrier(settings, Clock.systemUTC())) {
            assertThat(carrier.trouble()).isEmpty();
            assertThat(carrier.hand(List.of(parcel(1)), Instant.now().plus(LONG)))
                    .containsOnly(new Answer.Unsent("cannot be reached"));
            assertThat(carrier.trouble()).contains("cannot be reached");
            assertThat(carrier.ask(new Parcel.Reference(1, 1, 1))).isEmpty();
        }
    }

    @Test
    void whenTimeIsUpNothingLeaves() {
        try (var carrier = relay.carrier(10, LONG)) {
            assertThat(carrier.hand(List.of(parcel(1)), Instant.now().minusSeconds(1)))
                    .hasOnlyElementsOfType(Answer.Unsent.class);
        }
        assertThat(relay.keys).isEmpty();
    }

    @Test
    void aStrangersNotFoundIsNoWordOfTheRelay() {
        try (var carrier = new HttpCarrier(
                new HttpSettings(
                        URI.create(relay.address().resolve("/elsewhere/").toString()), "key", 1, LONG, true),
                Clock.systemUTC())) {
            assertThat(carrier.ask(new Parcel.Reference(1, 1, 1))).isEmpty();
        }
    }

    @Test
    void settingsDoNotTellTheKey() {
        assertThat(new HttpSettings(relay.address(), "hidden", 1, LONG, true).toString())
                .doesNotContain("hidden");
    }
}
