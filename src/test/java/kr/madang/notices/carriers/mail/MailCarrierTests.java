package kr.madang.notices.carriers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters to many people against a mail server that behaves, refuses, dies and hangs. */
class MailCarrierTests {
    private final Post post = new Post();
    private final Server server = server();

    private static Server server() {
        try {
            return new Server();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private MailCarrier carrier() {
        return post.carrier(Post.settings(server.port()));
    }

    private static Answer handed(int row) {
        return new Answer.Handed(Post.SEND + "-" + row + "-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "SIZE 1000000"})
    void everyoneGetsOneLetterAndSessionsAreUsedAgain(String extensions) {
        server.extensions = extensions;
        try (var carrier = carrier()) {
            for (int round = 0; round < 3; round++) {
                int first = round * 200;
                var parcels = IntStream.rangeClosed(first + 1, first + 200)
                        .mapToObj(Post::parcel)
                        .toList();
                assertThat(Post.hand(carrier, parcels))
                        .containsExactlyElementsOf(parcels.stream()
                                .map(p -> handed(p.reference().row()))
                                .toList());
            }
        }
        assertThat(server.taken).hasSize(600);
        assertThat(server.taken.stream().map(Server.Taken::to).collect(Collectors.toSet()))
                .hasSize(600);
        assertThat(server.sessions.get()).isLessThanOrEqualTo(3);
        for (var letter : server.taken) {
            var row = letter.to().replaceAll("\\D", "");
            assertThat(letter.from()).startsWith("bounce+12-" + row + "-1-");
        }
    }

    @Test
    void whoIsRefusedForGoodIsOneAndWhoIsRefusedForNowAnother() {
        server.onRcpt = to -> to.startsWith("person3@")
                ? "550 5.1.1 no such user"
                : to.startsWith("person5@") ? "450 4.2.1 later" : "250 ok";
        server.onDot = to ->
                to.startsWith("person7@") ? "554 5.7.1 spam" : to.startsWith("person9@") ? "451 4.3.0 later" : "250 ok";
        try (var carrier = carrier()) {
            var answers = Post.hand(carrier, Post.parcels(40));
            assertThat(answers.get(2)).isEqualTo(new Answer.Rejected("550 5.1.1", true));
            assertThat(answers.get(4)).isEqualTo(new Answer.Rejected("450 4.2.1", false));
            assertThat(answers.get(6)).isEqualTo(new Answer.Rejected("554 5.7.1", true));
            assertThat(answers.get(8)).isEqualTo(new Answer.Rejected("451 4.3.0", false));
            assertThat(answers.stream().filter(a -> a instanceof Answer.Handed)).hasSize(36);
            assertThat(server.taken).hasSize(36);
            assertThat(carrier.trouble()).isEmpty();
        }
    }

    /** A server may wait for the text although it took no recipient; nothing must follow that it could take for one. */
    @Test
    void aTextForNobodyIsEnded() {
        server.onRcpt = to -> to.startsWith("person1@") ? "550 5.1.1 no" : "250 ok";
        server.onData = _ -> "354 go";
        try (var carrier = post.carrier(Post.settings(server.port(), MailSettings.Security.NONE, "", 1))) {
            var answers = Post.hand(carrier, Post.parcels(3));
            assertThat(answers).containsExactly(new Answer.Rejected("550 5.1.1", true), handed(2), handed(3));
        }
    }

    @Test
    void aLineLostAfterTheDotLeavesOneLetterUnknown() {
        var once = new AtomicInteger();
        server.onDot = _ -> once.incrementAndGet() == 20 ? Server.DIE : "250 ok";
        try (var carrier = carrier()) {
            var answers = Post.hand(carrier, Post.parcels(60));
            assertThat(answers.stream().filter(a -> a instanceof Answer.Unknown))
                    .hasSize(1);
            assertThat(answers.stream().filter(a -> a instanceof Answer.Handed)).hasSize(59);
            assertOncePerPerson(60);
        }
    }

    /** What the server saw it must not see again, whatever became of the line. */
    private void assertOncePerPerson(int people) {
        assertThat(server.taken.stream().collect(Collectors.groupingBy(Server.Taken::to, Collectors.counting())))
                .hasSize(people)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aLineLostBeforeTheTextCostsNothing() {
        var count = new AtomicInteger();
        server.onMail = _ -> count.incrementAndGet() % 15 == 0 ? Server.DIE : "250 ok";
        try (var carrier = carrier()) {
            var answers = Post.hand(carrier, Post.parcels(100));
            assertThat(answers).noneMatch(a -> a instanceof Answer.Unknown);
            var handed =
                    answers.stream().filter(a -> a instanceof Answer.Handed).count();
            assertThat(server.taken).hasSize((int) handed);
            assertThat(handed).isGreaterThan(80);
        }
    }

    @Test
    void aServerThatSaysNothingAfterTheDotLeavesUnknownAndEndsInTime() {
        server.onDot = to -> to.startsWith("person2@") ? Server.HANG : "250 ok";
        try (var carrier = post.carrier(Post.settings(server.port(), MailSettings.Security.NONE, "", 1))) {
            var answers = carrier.hand(Post.parcels(4), Instant.now().plusMillis(1_500));
            assertThat(answers.get(0)).isEqualTo(handed(1));
            assertThat(answers.get(1)).isInstanceOf(Answer.Unknown.class);
            assertThat(answers.subList(2, 4)).allMatch(a -> a instanceof Answer.Unsent || a instanceof Answer.Handed);
        }
    }

    @Test
    void aServerThatStopsReadingEndsInTime() {
        server.onText = _ -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        };
        var text = "가".repeat(3_000_000);
        try (var carrier = carrier()) {
            var answers = carrier.hand(
                    List.of(Post.parcel(1, "a@home.example", "큰 편지", text)),
                    Instant.now().plusSeconds(1));
            assertThat(answers.getFirst()).isInstanceOf(Answer.Unknown.class);
        }
    }

    @Test
    void aServerThatIsClosingIsLeftAloneForAWhile() {
        server.onMail = _ -> "421 4.3.2 shutting down";
        try (var carrier = carrier()) {
            var answers = Post.hand(carrier, Post.parcels(20));
            assertThat(answers).allMatch(a -> a instanceof Answer.Throttled || a instanceof Answer.Unsent);
            assertThat(carrier.trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("421"));
        }
    }

    /** Were the sender's fault taken as each letter's, one wrong setting would spend a whole send. */
    @Test
    void aSenderTheServerDoesNotLikeSpendsNoLetter() {
        server.onMail = _ -> "553 5.7.1 sender not allowed";
        try (var carrier = carrier()) {
            assertThat(Post.hand(carrier, Post.parcels(20)))
                    .noneMatch(a -> a instanceof Answer.Rejected rejected && rejected.forGood())
                    .noneMatch(a -> a instanceof Answer.Unknown);
            assertThat(carrier.trouble()).isPresent();
        }
    }

    @Test
    void sessionsTheServerHasEndedMeanwhileAreReplaced() {
        try (var carrier = carrier()) {
            Post.hand(carrier, Post.parcels(30));
            server.drop();
            var more = IntStream.rangeClosed(31, 60).mapToObj(Post::parcel).toList();
            assertThat(Post.hand(carrier, more)).allMatch(a -> a instanceof Answer.Handed);
            assertOncePerPerson(60);
        }
    }

    @Test
    void nobodyThere() throws IOException {
        server.close();
        try (var carrier = carrier()) {
            assertThat(Post.hand(carrier, Post.parcels(5))).allMatch(a -> a instanceof Answer.Unsent);
            assertThat(carrier.trouble()).contains("cannot be reached");
            assertThat(carrier.tryOut(java.time.Duration.ofSeconds(1))).contains("cannot be reached");
        }
    }

    @Test
    void addressesNobodyHasAreRefusedBeforeTheyAreSaid() {
        var hostile = List.of(
                "a@b.example>\r\nRCPT TO:<victim@home.example",
                "a b@home.example",
                "no-at-sign",
                "two@@home.example",
                "\"quoted\"@home.example",
                "김@home.example",
                "x@" + "a".repeat(300));
        var parcels = IntStream.range(0, hostile.size())
                .mapToObj(i -> Post.parcel(i + 1, hostile.get(i), "제목", "본문"))
                .toList();
        try (var carrier = carrier()) {
            assertThat(Post.hand(carrier, parcels)).allMatch(a -> a.equals(new Answer.Rejected("address", true)));
            assertThat(server.taken).isEmpty();
            assertThat(server.commands).noneMatch(command -> command.contains("victim"));
        }
    }

    @Test
    void whatIsHandedAfterItsTimeNeverLeaves() {
        try (var carrier = carrier()) {
            assertThat(carrier.hand(Post.parcels(5), Instant.now().minusSeconds(1)))
                    .allMatch(a -> a instanceof Answer.Unsent);
            assertThat(server.taken).isEmpty();
        }
    }

    @Test
    void manyHoldersShareTheSessions() throws InterruptedException {
        var answers = new java.util.concurrent.ConcurrentLinkedQueue<Answer>();
        try (var carrier = carrier()) {
            var threads = IntStream.range(0, 4)
                    .mapToObj(n -> Thread.ofVirtual().start(() -> {
                        List<Parcel> mine = IntStream.rangeClosed(n * 250 + 1, n * 250 + 250)
                                .mapToObj(Post::parcel)
                                .toList();
                        answers.addAll(Post.hand(carrier, mine));
                    }))
                    .toList();
            for (var thread : threads) thread.join();
        }
        assertThat(answers).hasSize(1_000).allMatch(a -> a instanceof Answer.Handed);
        assertOncePerPerson(1_000);
        assertThat(server.sessions.get()).isLessThanOrEqualTo(3);
    }
}
