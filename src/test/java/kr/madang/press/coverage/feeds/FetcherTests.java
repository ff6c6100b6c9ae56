package kr.madang.press.coverage.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import kr.madang.press.coverage.feeds.Unfetched.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that answer too much, too slowly, in circles, or with the way into the office. */
class FetcherTests {
    private static final int MOST = 1 << 20;
    private Site site;
    private Fetcher fetcher;

    @BeforeEach
    void open() throws IOException {
        site = new Site();
        fetcher = new Fetcher(site.doors(), new Wire(MOST, Duration.ofSeconds(2)));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Fetcher.Got get(String path) throws Unfetched {
        return fetcher.get(site.uri(path), Fetcher.Before.NOTHING, Map.of());
    }

    private static void fails(Reason reason, Callable<?> act) {
        assertThatExceptionOfType(Unfetched.class).isThrownBy(act::call).satisfies(e -> assertThat(e.reason())
                .isEqualTo(reason));
    }

    private static byte[] zipped(long size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            var zeros = new byte[1 << 16];
            for (long n = 0; n < size; n += zeros.length) zip.write(zeros);
        }
        return out.toByteArray();
    }

    @Test
    void aPageComesWithWhatIsKnownOfIt() throws Exception {
        site.answers.put(
                "/a?b=1",
                new Site.Answer(
                        200,
                        Map.of("ETag", "\"7\"", "Last-Modified", "Mon, 01 May 2023 00:00:00 GMT"),
                        "글".getBytes(StandardCharsets.UTF_8)));
        var got = get("/a?b=1");
        assertThat(new String(got.body(), StandardCharsets.UTF_8)).isEqualTo("글");
        assertThat(got.etag()).isEqualTo("\"7\"");
        site.answers.put("/a?b=1", new Site.Answer(304, Map.of(), new byte[0]));
        var again = fetcher.get(site.uri("/a?b=1"), new Fetcher.Before(got.etag(), got.modified()), Map.of());
        assertThat(again.changed()).isFalse();
        assertThat(again.etag()).isEqualTo("\"7\"");
        assertThat(site.headers.getLast()).containsKeys("If-none-match", "If-modified-since");
    }

    @Test
    void redirectsAreJudgedLikeFirstAddresses() {
        for (var target : new String[] {
            "http://127.0.0.1/",
            "http://169.254.169.254/latest",
            "http://[::1]:80/",
            "https://localhost/",
            "http://10.1.2.3/"
        }) {
            site.answers.put("/go", Site.Answer.to(target));
            fails(Reason.FORBIDDEN_ADDRESS, () -> get("/go"));
        }
        site.answers.put("/go", Site.Answer.to("file:///etc/passwd"));
        fails(Reason.BAD_ADDRESS, () -> get("/go"));
        site.answers.put("/go", Site.Answer.to("http://127.0.0.1:" + site.port() + "/secret"));
        fails(Reason.FORBIDDEN_ADDRESS, () -> get("/go"));
        assertThat(site.asked).doesNotContain("/secret");
    }

    @Test
    void circlesAndLongWaysEnd() throws Exception {
        site.answers.put("/a", Site.Answer.to("/b"));
        site.answers.put("/b", Site.Answer.to("/a"));
        fails(Reason.REDIRECT_LOOP, () -> get("/a"));
        for (int i = 0; i < 10; i++) site.answers.put("/" + i, Site.Answer.to("/" + (i + 1)));
        fails(Reason.TOO_MANY_REDIRECTS, () -> get("/0"));
        site.answers.put("/10", Site.Answer.xml("<rss/>"));
        assertThat(get("/5").body()).isNotEmpty();
    }

    @Test
    void tooMuchIsCutWhetherItIsAnnouncedOrPacked() throws Exception {
        site.answers.put("/big", Site.Answer.of("text/xml", new byte[MOST + 1]));
        fails(Reason.TOO_LARGE, () -> get("/big"));
        site.answers.put("/fits", Site.Answer.of("text/xml", new byte[MOST]));
        assertThat(get("/fits").body()).hasSize(MOST);
        var bomb = zipped(400L << 20);
        assertThat(bomb.length).isLessThan(MOST);
        site.answers.put("/bomb", new Site.Answer(200, Map.of("Content-Encoding", "gzip"), bomb));
        fails(Reason.TOO_LARGE, () -> get("/bomb"));
        site.answers.put("/zip", new Site.Answer(200, Map.of("Content-Encoding", "gzip"), zipped(1000)));
        assertThat(get("/zip").body()).hasSize(1 << 16);
    }

    @Test
    void keysGoToTheServiceAndToNobodyItPointsTo() throws Exception {
        site.answers.put("/api", Site.Answer.xml("<rss/>"));
        fetcher.get(site.uri("/api"), Fetcher.Before.NOTHING, Map.of("X-Naver-Client-Id", "k"));
        assertThat(site.headers.getLast()).containsKey("X-naver-client-id");
        var elsewhere = new Fetcher(
                new Doors(
                        h -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        java.util.Set.of("news.test:" + site.port(), "other.test:" + site.port())),
                new Wire(MOST, Duration.ofSeconds(2)));
        site.answers.put("/away", Site.Answer.to("http://other.test:" + site.port() + "/api"));
        elsewhere.get(site.uri("/away"), Fetcher.Before.NOTHING, Map.of("X-Naver-Client-Id", "k"));
        assertThat(site.headers.getLast()).doesNotContainKey("X-naver-client-id");
    }

    @Test
    void whatIsTypedCannotBeginAnotherRequest() throws Exception {
        site.answers.put("/api", Site.Answer.xml("<rss/>"));
        fetcher.get(site.uri("/api"), new Fetcher.Before("x\r\nX-Evil: 1", null), Map.of());
        assertThat(site.headers.getLast()).doesNotContainKey("X-evil");
    }

    /** Answers one connection with these bytes, then drips or closes. */
    private static int raw(String answer, boolean drips) throws IOException {
        var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (door;
                    var socket = door.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                for (int i = 0; drips && i < 100; i++) {
                    socket.getOutputStream().write('x');
                    socket.getOutputStream().flush();
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException whoAskedHasGone) {
                Thread.currentThread().interrupt();
            }
        });
        return door.getLocalPort();
    }

    private static Fetcher.Got ask(int port) throws Unfetched {
        var doors = new Doors(
                h -> new InetAddress[] {InetAddress.getLoopbackAddress()}, java.util.Set.of("raw.test:" + port));
        return new Fetcher(doors, new Wire(MOST, Duration.ofSeconds(1)))
                .get(java.net.URI.create("http://raw.test:" + port + "/"), Fetcher.Before.NOTHING, Map.of());
    }

    @Test
    void slowServersAreGivenUp() throws Exception {
        int port = raw("HTTP/1.1 200 OK\r\n\r\n", true);
        fails(Reason.TIMEOUT, () -> ask(port));
        int silent = raw("", true);
        fails(Reason.TIMEOUT, () -> ask(silent));
    }

    @Test
    void nonsenseIsNoAnswer() throws Exception {
        int nonsense = raw("SSH-2.0-OpenSSH_9\r\n\r\n", false);
        fails(Reason.BAD_ANSWER, () -> ask(nonsense));
        int endless = raw("HTTP/1.1 200 OK\r\nX: " + "a".repeat(70_000), false);
        fails(Reason.BAD_ANSWER, () -> ask(endless));
        int broken = raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", false);
        fails(Reason.UNREACHABLE, () -> ask(broken));
        int chunk = raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", false);
        fails(Reason.UNREACHABLE, () -> ask(chunk));
        int chunks =
                raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", false);
        assertThat(new String(ask(chunks).body(), StandardCharsets.US_ASCII)).isEqualTo("abcde");
    }
}
