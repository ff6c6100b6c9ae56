package kr.madang.kernel.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** A real OpenSearch in a process of its own, one for the test JVM; it ends with it, also when that is killed. */
public final class OpenSearchServer {
    private static final Path JARS = Path.of("target/opensearch");
    private static final Path NODE = Path.of("src/test/opensearch/OpenSearchNode.java");

    private static final class Holder {
        static final String ADDRESS = start();
    }

    private OpenSearchServer() {}

    public static String address() {
        return Holder.ADDRESS;
    }

    private static String start() {
        assertThat(JARS.resolve("ready")).as("the build fetches the server").exists();
        try {
            var home = Files.createTempDirectory("opensearch");
            int port = free();
            var java = ProcessHandle.current().info().command().orElseThrow();
            var server = new ProcessBuilder(
                            java,
                            "-Xmx512m",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            JARS + "/*",
                            NODE.toString(),
                            home.toString(),
                            Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, home)));
            for (int i = 0; i < 1_200 && server.isAlive() && !Files.exists(home.resolve("ready")); i++)
                Thread.sleep(100);
            assertThat(home.resolve("ready"))
                    .as(Files.readString(home.resolve("log")))
                    .exists();
            return "http://127.0.0.1:" + port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void end(Process server, Path home) {
        server.destroyForcibly();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
            try (var files = Files.walk(home)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        } catch (IOException | InterruptedException e) {
            // the folder of a server that ends late stays in the place for such things
        }
    }
}
