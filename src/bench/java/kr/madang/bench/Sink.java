package kr.madang.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import kr.madang.notices.simulator.Faults;
import kr.madang.notices.simulator.Simulator;

/**
 * A message center in a process of its own, the same for everybody who sends to it. It tells when messages came, by the clock of the
 * machine; it sends no receipts, because not all senders keep them.
 */
final class Sink implements AutoCloseable {
    static final String ID = "bench";
    static final String PASSWORD = "bench";
    /** Numbers of a disaster begin like this. */
    static final String DISASTER = "0109";

    private final Process process;
    private final BufferedReader in;
    private final BufferedWriter out;
    final int port;

    private Sink(Process process) throws IOException {
        this.process = process;
        in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        out = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(in.readLine());
    }

    static Sink start() throws IOException {
        return new Sink(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sink.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private String ask(String question) throws IOException {
        out.write(question + "\n");
        out.flush();
        return in.readLine();
    }

    /** Forgets what came. */
    void reset() throws IOException {
        ask("reset");
    }

    /** How many messages came, and when the first and the last of them did, in milliseconds since 1970. */
    record Came(long count, long first, long last) {}

    Came came() throws IOException {
        var told =
                Arrays.stream(ask("came").split(" ")).mapToLong(Long::parseLong).toArray();
        return new Came(told[0], told[1], told[2]);
    }

    /** When each message of the disaster came. */
    long[] disaster() throws IOException {
        var told = ask("disaster");
        return told.isBlank()
                ? new long[0]
                : Arrays.stream(told.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** Waits until so many came. @return what came by the time given */
    Came await(long count, long millis) throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + millis;
        var came = came();
        while (came.count() < count && System.currentTimeMillis() < end) {
            Thread.sleep(10);
            came = came();
        }
        return came;
    }

    @Override
    public void close() throws IOException {
        out.close();
        process.destroyForcibly();
    }

    // ------------------------------------------------------------------ the process

    static void main(String[] args) throws IOException {
        var out = System.out;
        var center = Simulator.start(new Simulator.Settings(0, ID, PASSWORD), Clock.systemUTC());
        center.behave(Faults.NONE.receipts(Faults.ReceiptFaults.NONE.lose(100)));
        var count = new AtomicLong();
        var first = new AtomicLong();
        var last = new AtomicLong();
        var disaster = new ConcurrentLinkedQueue<Long>();
        center.listen(message -> {
            long now = System.currentTimeMillis();
            first.compareAndSet(0, now);
            last.set(now);
            if (message.to().startsWith(DISASTER)) disaster.add(now);
            else count.incrementAndGet();
        });
        out.println(center.port());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            switch (line) {
                case "reset" -> {
                    count.set(0);
                    first.set(0);
                    last.set(0);
                    disaster.clear();
                    out.println("ok");
                }
                case "came" -> out.println(count.get() + " " + first.get() + " " + last.get());
                case "disaster" ->
                    out.println(disaster.stream().map(String::valueOf).collect(Collectors.joining(" ")));
                default -> out.println("?");
            }
        }
        System.exit(0);
    }
}
