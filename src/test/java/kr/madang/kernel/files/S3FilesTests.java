package kr.madang.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The same contract on a real S3-compatible server, in a process of its own. */
class S3FilesTests extends FileContract {
    private static final Path SERVER = Path.of("target/s3/s3proxy.jar");

    @TempDir
    static Path home;

    private static Process server;
    private static int port;
    private final String bucket = "b" + UUID.randomUUID().toString().substring(0, 8);
    private S3Client client;

    @BeforeAll
    static void start() throws Exception {
        assertThat(SERVER).as("the build copies the server here").exists();
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var settings = Files.writeString(home.resolve("s3.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=office
                s3proxy.credential=office-secret
                jclouds.provider=transient-nio2
                jclouds.identity=unused
                jclouds.credential=unused
                """.formatted(port));
        var java = ProcessHandle.current().info().command().orElseThrow();
        server = new ProcessBuilder(java, "-Xmx256m", "-jar", SERVER.toString(), "--properties", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("s3.log").toFile())
                .start();
        for (int i = 0; i < 600 && !listens(); i++) Thread.sleep(100);
        assertThat(listens()).as(() -> log()).isTrue();
    }

    private static String log() {
        try {
            return Files.readString(home.resolve("s3.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.destroyForcibly().waitFor();
    }

    @Override
    Blobs blobs() {
        client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("office", "office-secret")))
                .build();
        client.createBucket(b -> b.bucket(bucket));
        return new S3Blobs(new S3Blobs.Bucket(
                "http://127.0.0.1:" + port, "us-east-1", bucket, "madang/", "office", "office-secret"));
    }

    @AfterEach
    void closeClient() {
        client.close();
        ((S3Blobs) blobs).close();
    }

    @Override
    void damage(String sha256, byte[] bytes) {
        client.putObject(p -> p.bucket(bucket).key("madang/" + sha256), RequestBody.fromBytes(bytes));
    }

    @Test
    void secretsDoNotPrint() {
        assertThat(new S3Blobs.Bucket("http://s", "r", "b", "", "ak", "sk").toString())
                .doesNotContain("ak", "sk");
    }
}
