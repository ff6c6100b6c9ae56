package kr.madang.notices.carriers.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.wording.PushLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The carrier against a push service that does as it is told by the address. */
class PushCarrierTests {
    private record Came(String path, byte[] body, String authorization, String topic, String ttl, String urgency) {}

    private final KeyPair keys = PushSettings.keys(PushSettings.newKeys());
    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final java.util.Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final List<Subscription> gone = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private PushCarrier carrier;

    @BeforeEach
    void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", this::take);
        service.start();
        carrier = new PushCarrier(settings(origin()), gone::add, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        carrier.close();
        service.stop(0);
    }

    private String origin() {
        return "http://localhost:" + service.getAddress().getPort();
    }

    private PushSettings settings(String service) {
        return new PushSettings(
                "mailto:news@garam.example",
                keys,
                List.of(service),
                Duration.ofHours(24),
                Duration.ofSeconds(2),
                8,
                "https://garam.example");
    }

    private void take(HttpExchange asked) throws IOException {
        most.accumulateAndGet(under.incrementAndGet(), Math::max);
        var path = asked.getRequestURI().getPath();
        var heads = asked.getRequestHeaders();
        came.add(new Came(
                path,
                asked.getRequestBody().readAllBytes(),
                heads.getFirst("Authorization"),
                heads.getFirst("Topic"),
                heads.getFirst("TTL"),
                heads.getFirst("Urgency")));
        int status = path.length() < 4 ? 404 : Integer.parseInt(path.substring(1, 4));
        try {
            if (status == 599) Thread.sleep(4_000);
            else Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        asked.getResponseHeaders().set("Location", origin() + "/m" + path);
        under.decrementAndGet();
        asked.sendResponseHeaders(status, -1);
        asked.close();
    }

    private Parcel parcel(int row, String path, String text) {
        var browser = new Browser(URI.create(path.startsWith("http") ? path : origin() + path));
        browsers.put(path, browser);
        return new Parcel(
                new Parcel.Reference(7, row, 1), browser.subscription().line(), "", "알림", text);
    }

    private List<Answer> hand(Parcel... parcels) {
        return carrier.hand(List.of(parcels), Instant.now().plusSeconds(10));
    }

    @Test
    void whatArrivesIsReadByTheBrowserAlone() {
        assertThat(hand(parcel(1, "/201/a", "호우경보가 \"발령\"되었습니다.\n대피하세요.")))
                .containsExactly(new Answer.Handed(origin() + "/m/201/a"));
        var one = came.getFirst();
        assertThat(browsers.get("/201/a").open(one.body()))
                .contains("\"title\":\"알림\"")
                .contains("\"body\":\"호우경보가 \\\"발령\\\"되었습니다.\\n대피하세요.\"");
        assertThat(new String(one.body(), StandardCharsets.ISO_8859_1)).doesNotContain("title");
        assertThat(one.ttl()).isEqualTo("86400");
        assertThat(one.urgency()).isEqualTo("normal");
        assertThat(one.topic()).isEqualTo("m7-1").matches("[A-Za-z0-9_-]{1,32}");
    }

    @Test
    void whatIsUrgentHurriesAndDoesNotComeLate() {
        var usual = parcel(1, "/201/a", "호우경보");
        hand(new Parcel(usual.reference(), usual.to(), "", "경보", "호우경보", true));
        assertThat(came.getFirst().urgency()).isEqualTo("high");
        assertThat(came.getFirst().ttl()).isEqualTo("14400");
    }

    /** A click opens what the text names, and never anything outside of the office. */
    @ParameterizedTest
    @CsvSource({
        "자세히 https://garam.example/alerts/7?x=1 보세요, /alerts/7?x=1",
        "자세히 https://garam.example.evil.example/x, ''",
        "자세히 https://garam.example//evil.example/x, ''",
        "https://evil.example/https://garam.example/a, /a",
        "그냥 글, ''"
    })
    void theLinkStaysInTheOffice(String text, String link) {
        hand(parcel(1, "/201/a", text));
        assertThat(browsers.get("/201/a").open(came.getFirst().body())).contains("\"link\":\"" + link + "\"");
    }

    @Test
    void whoeverTookTheSubscriptionBackIsToldOf() {
        var one = parcel(1, "/410/a", "알림");
        hand(one, parcel(2, "/404/b", "알림"), parcel(3, "/400/c", "알림"), parcel(4, "/201/d", "알림"));
        assertThat(gone).extracting(Subscription::line).hasSize(2).contains(one.to());
    }

    @Test
    void theAnswerStandsThoughNobodyCouldWriteItDown() {
        try (var deaf = new PushCarrier(
                settings(origin()),
                _ -> {
                    throw new IllegalStateException("no database");
                },
                Clock.systemUTC())) {
            assertThat(deaf.hand(
                            List.of(parcel(1, "/410/a", "알림")), Instant.now().plusSeconds(5)))
                    .containsExactly(new Answer.Rejected("gone", true));
        }
    }

    /** The longest a preview lets through fits, and one letter more does not. */
    @Test
    void thePreviewKnowsWhatFits() {
        var title = "\"알림\"";
        var text = "가".repeat((PushLetter.MOST - PushLetter.bytes(title, "\n")) / 3) + "\n";
        text += "a".repeat(PushLetter.MOST - PushLetter.bytes(title, text));
        var one = parcel(1, "/201/a", text);
        assertThat(hand(new Parcel(one.reference(), one.to(), "", title, text)))
                .containsExactly(new Answer.Handed(origin() + "/m/201/a"));
        assertThat(hand(new Parcel(one.reference(), one.to(), "", title, text + "a")))
                .containsExactly(new Answer.Rejected("long", true));
    }

    @Test
    void aTrialReachesAServiceAndWritesToNobody() {
        assertThat(carrier.tryOut(Duration.ofSeconds(2))).isEmpty();
        assertThat(came).extracting(Came::path).containsExactly("/");
        service.stop(0);
        assertThat(carrier.tryOut(Duration.ofSeconds(2))).contains("cannot be reached");
    }

    @Test
    void theServiceSeesWhoWrites() throws Exception {
        hand(parcel(1, "/201/a", "하나"), parcel(2, "/201/b", "둘"));
        var said = came.getFirst().authorization();
        assertThat(came.get(1).authorization()).as("one token for a service").isEqualTo(said);
        assertThat(said).startsWith("vapid t=").contains(", k=");
        var token = said.substring(8, said.indexOf(", k=")).split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"aud\":\"" + origin() + "\"").contains("\"sub\":\"mailto:news@garam.example\"");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(said.substring(said.indexOf(", k=") + 4))));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "404, 'Rejected[code=gone, forGood=true]'",
        "410, 'Rejected[code=gone, forGood=true]'",
        "413, 'Rejected[code=long, forGood=true]'",
        "400, 'Rejected[code=HTTP 400, forGood=false]'",
        "403, 'Rejected[code=HTTP 403, forGood=false]'",
        "307, 'Rejected[code=HTTP 307, forGood=false]'",
        "429, 'Throttled[code=HTTP 429]'",
        "500, 'Unknown[why=HTTP 500]'",
        "599, 'Unknown[why=no answer]'"
    })
    void eachAnswerSaysWhatIsKnown(int status, String answer) {
        assertThat(hand(parcel(1, "/" + status + "/a", "알림")))
                .extracting(Object::toString)
                .containsExactly(answer);
    }

    @Test
    void whatNobodyTookIsUnsent() {
        var late = parcel(1, "/201/a", "알림");
        assertThat(carrier.hand(List.of(late), Instant.now().minusSeconds(1)))
                .containsExactly(new Answer.Unsent("no time left"));
        assertThat(came).isEmpty();
        service.stop(0);
        assertThat(hand(late)).containsExactly(new Answer.Unsent("cannot be reached"));
    }

    /** The address comes from a browser nobody knows; it must not make the office ask its own machines. */
    @Test
    void onlyPushServicesAreAsked() {
        var real = new PushCarrier(PushSettings.of("mailto:news@garam.example", keys), gone::add, Clock.systemUTC());
        for (var place : List.of(
                origin() + "/201/inside",
                "https://127.0.0.1/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://fcm.googleapis.com:8443/x",
                "https://user@fcm.googleapis.com/x",
                "https://evil.example/.notify.windows.com",
                "https://.notify.windows.com/x",
                "http://fcm.googleapis.com/x",
                "file:///etc/passwd",
                "https:/x"))
            assertThat(real.hand(List.of(parcel(1, place, "알림")), Instant.now().plusSeconds(5)))
                    .as(place)
                    .containsExactly(new Answer.Rejected("no push service", true));
        real.close();
        assertThat(came).isEmpty();
        var settings = PushSettings.of("mailto:news@garam.example", keys);
        assertThat(settings.knows(URI.create("https://db5p.notify.windows.com/w/?token=1")))
                .isTrue();
        assertThat(settings.knows(URI.create("https://fcm.googleapis.com/fcm/send/1")))
                .isTrue();
    }

    @Test
    void whatIsNoSubscriptionOrTooLongFailsForGood() {
        var nobody = new Parcel(new Parcel.Reference(7, 1, 1), "010-0000-0000", "", "알림", "알림");
        assertThat(hand(nobody, parcel(2, "/201/long", "가".repeat(2_000)), parcel(3, "/201/c", "알림")))
                .extracting(Object::toString)
                .containsExactly(
                        "Rejected[code=no subscription, forGood=true]",
                        "Rejected[code=long, forGood=true]",
                        "Handed[id=" + origin() + "/m/201/c]");
    }

    @Test
    void manyAreAnsweredEachInItsPlaceAndNotAllAtOnce() {
        var parcels = new ArrayList<Parcel>();
        for (int row = 1; row <= 300; row++)
            parcels.add(parcel(row, (row % 3 == 0 ? "/410/" : "/201/") + row, "알림 " + row));
        var answers = carrier.hand(parcels, Instant.now().plusSeconds(30));
        for (int row = 1; row <= 300; row++)
            assertThat(answers.get(row - 1))
                    .isEqualTo(
                            row % 3 == 0
                                    ? new Answer.Rejected("gone", true)
                                    : new Answer.Handed(origin() + "/m/201/" + row));
        assertThat(came).hasSize(300);
        assertThat(most.get()).isBetween(2, 8);
        for (var one : came)
            assertThat(browsers.get(one.path()).open(one.body()))
                    .contains("알림 " + one.path().substring(5));
    }
}
