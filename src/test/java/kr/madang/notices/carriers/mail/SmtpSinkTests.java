package kr.madang.notices.carriers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kr.madang.notices.carriers.Answer;
import org.junit.jupiter.api.Test;

/** Letters into the sink that comes with Postfix, where it is installed. */
class SmtpSinkTests {
    private static final Path SINK = Path.of("/usr/sbin/smtp-sink");

    private static int freePort() throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }

    @Test
    void aSinkTakesThemAll() throws IOException {
        assumeTrue(Files.isExecutable(SINK));
        int port = freePort();
        var sink = new ProcessBuilder(SINK.toString(), "-u", "nobody", "-c", "127.0.0.1:" + port, "100")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> answers(port));
            try (var carrier = new Post().carrier(Post.settings(port))) {
                assertThat(carrier.tryOut(Duration.ofSeconds(5))).isEmpty();
                assertThat(Post.hand(carrier, Post.parcels(2_000))).allMatch(a -> a instanceof Answer.Handed);
            }
        } finally {
            sink.destroyForcibly();
        }
    }

    private static boolean answers(int port) {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return line.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
