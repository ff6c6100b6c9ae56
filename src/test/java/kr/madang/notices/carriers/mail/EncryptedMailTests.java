package kr.madang.notices.carriers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import kr.madang.notices.carriers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines to mail servers that are encrypted, and what happens where they are not. */
class EncryptedMailTests {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext tls;
    private final Post post = new Post();

    @BeforeAll
    static void certificate() throws Exception {
        var file = folder.resolve("key.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor())
                .as(new String(made.getInputStream().readAllBytes()))
                .isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    private static MailSettings settings(int port, MailSettings.Security security, SSLSocketFactory factory) {
        var plain = Post.settings(port, security, "office", 1);
        return new MailSettings(
                plain.host(),
                plain.port(),
                plain.security(),
                plain.user(),
                plain.password(),
                plain.from(),
                plain.sender(),
                plain.bounce(),
                "",
                plain.unsubscribe(),
                1,
                plain.patience(),
                plain.marks(),
                factory);
    }

    @Test
    void thePasswordGoesOnlyOverAnEncryptedLine() throws IOException {
        try (var server = new Server(tls)) {
            server.extensions = "PIPELINING,STARTTLS,AUTH PLAIN LOGIN";
            try (var carrier =
                    post.carrier(settings(server.port(), MailSettings.Security.STARTTLS, tls.getSocketFactory()))) {
                assertThat(carrier.tryOut(Duration.ofSeconds(5))).isEmpty();
                assertThat(Post.hand(carrier, Post.parcels(10))).allMatch(a -> a instanceof Answer.Handed);
            }
            assertThat(server.commands.indexOf("STARTTLS"))
                    .isGreaterThanOrEqualTo(0)
                    .isLessThan(server.commands.indexOf("AUTH PLAIN " + Server.AUTH));
        }
    }

    @Test
    void aServerThatOffersNoEncryptionGetsNothing() throws IOException {
        try (var server = new Server(tls)) {
            server.extensions = "PIPELINING,AUTH PLAIN";
            try (var carrier =
                    post.carrier(settings(server.port(), MailSettings.Security.STARTTLS, tls.getSocketFactory()))) {
                assertThat(Post.hand(carrier, Post.parcels(2))).allMatch(a -> a instanceof Answer.Unsent);
                assertThat(carrier.trouble()).contains("refused: no STARTTLS");
            }
            try (var carrier =
                    post.carrier(settings(server.port(), MailSettings.Security.NONE, tls.getSocketFactory()))) {
                assertThat(carrier.tryOut(Duration.ofSeconds(5))).contains("refused: password over a clear line");
            }
            assertThat(server.commands).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @Test
    void aServerNobodyVouchesForGetsNothing() throws IOException {
        try (var server = new Server(tls)) {
            server.extensions = "STARTTLS,AUTH PLAIN";
            var strangers = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (var carrier = post.carrier(settings(server.port(), MailSettings.Security.STARTTLS, strangers))) {
                assertThat(Post.hand(carrier, Post.parcels(2))).allMatch(a -> a instanceof Answer.Unsent);
            }
            assertThat(server.commands).noneMatch(command -> command.startsWith("AUTH"));
        }
    }
}
