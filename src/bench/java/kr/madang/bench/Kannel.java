package kr.madang.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Kannel as Debian packs it: the gateway with a store, and its own program for mass sends. Installed with {@code apt install kannel}. */
final class Kannel implements AutoCloseable {
    private static final Path BOX = Path.of("/usr/sbin/bearerbox");
    private static final Path BATCH = Path.of("/usr/bin/mtbatch");
    private static final long START_MILLIS = 20_000;

    /** How it keeps what it has not sent. Neither of them is written through to the disk. */
    enum Store {
        FILE,
        SPOOL
    }

    private final Path folder;
    private final int smsbox;
    private final Process process;

    private Kannel(Path folder, int smsbox, Process process) {
        this.folder = folder;
        this.smsbox = smsbox;
        this.process = process;
    }

    static boolean installed() {
        return Files.isExecutable(BOX) && Files.isExecutable(BATCH);
    }

    static Kannel start(Path folder, Store store, int port) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("spool"));
        int admin = freePort();
        int smsbox = freePort();
        var place = store == Store.FILE ? folder.resolve("store") : folder.resolve("spool");
        Files.writeString(folder.resolve("kannel.conf"), """
                group = core
                admin-port = %d
                admin-password = bench
                admin-deny-ip = "*.*.*.*"
                admin-allow-ip = "127.0.0.1"
                smsbox-port = %d
                box-allow-ip = "127.0.0.1"
                store-type = %s
                store-location = %s
                sms-outgoing-queue-limit = 200000
                log-level = 4

                group = smsc
                smsc = smpp
                host = 127.0.0.1
                port = %d
                transceiver-mode = true
                smsc-username = %s
                smsc-password = %s
                system-type = ""
                max-pending-submits = 500
                throughput = 0

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = 0
                """.formatted(
                        admin, smsbox, store == Store.FILE ? "file" : "spool", place, port, Sink.ID, Sink.PASSWORD));
        var process = new ProcessBuilder(
                        BOX.toString(), "-v", "4", folder.resolve("kannel.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bearerbox.log").toFile())
                .start();
        awaitDoor(smsbox);
        return new Kannel(folder, smsbox, process);
    }

    private static void awaitDoor(int port) throws InterruptedException {
        long end = System.currentTimeMillis() + START_MILLIS;
        while (System.currentTimeMillis() < end) {
            try (var door = new Socket(InetAddress.getLoopbackAddress(), port)) {
                // bound to the message center a moment later
                Thread.sleep(2_000);
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("bearerbox does not answer");
    }

    private static int freePort() throws IOException {
        try (var door = new ServerSocket(0)) {
            return door.getLocalPort();
        }
    }

    /** Hands all numbers to the gateway. */
    void send(int messages) throws IOException, InterruptedException {
        var content = Files.writeString(folder.resolve("content"), SmsBench.TEXT + "\n");
        List<String> numbers = new ArrayList<>(messages);
        for (int row = 1; row <= messages; row++) numbers.add(SmsBench.number(row));
        var receivers = Files.write(folder.resolve("receivers"), numbers);
        new ProcessBuilder(
                        BATCH.toString(),
                        "-v",
                        "4",
                        "-b",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(smsbox),
                        "-f",
                        SmsBench.SENDER,
                        content.toString(),
                        receivers.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mtbatch.log").toFile())
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
