package kr.madang.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.madang.kernel.crypto.Signer;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.carriers.mail.MailCarrier;
import kr.madang.notices.carriers.mail.MailSettings;
import kr.madang.notices.carriers.mail.Marks;

/** Personalised letters of 10 KB into the sink of Postfix, beside the source of Postfix, which sends the same bytes again and again. */
final class MailBench implements Bench {
    private static final Path SINK = Path.of("/usr/sbin/smtp-sink");
    private static final Path SOURCE = Path.of("/usr/sbin/smtp-source");
    private static final int LETTERS = 20_000;
    private static final int SESSIONS = 10;
    private static final int HOLDERS = 4;
    private static final int BUNDLE = 250;
    private static final int LENGTH = 10 * 1024;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String goal() {
        return """
                %,d letters of 10 KB over %d sessions into Postfix’s smtp-sink: ours are made for each person (text, HTML, their own \
                sender address and unsubscribe address). Peer: smtp-source -d -s %2$d -l 10240, which sends one letter over and over. \
                Best of %d rounds each, in turns. Promised: at least 80 %%.""".formatted(LETTERS, SESSIONS, ROUNDS);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        if (!Files.isExecutable(SINK) || !Files.isExecutable(SOURCE))
            return List.of(Result.plain("smtp-sink and smtp-source", "not installed (apt install postfix)"));
        double ours = 0;
        double theirs = 0;
        int bytes = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            var mine = withSink(MailBench::ours);
            var peer = withSink(MailBench::theirs);
            bytes = (int) mine[1];
            // the first round warms up
            if (round == 0) continue;
            ours = Math.max(ours, mine[0]);
            theirs = Math.max(theirs, peer[0]);
        }
        return List.of(
                Result.plain("ours, personalised", "%,.0f a second (%,d bytes each)".formatted(ours, bytes)),
                Result.plain("smtp-source -d -s " + SESSIONS, "%,.0f a second".formatted(theirs)),
                new Result(
                        "ours as against smtp-source",
                        "%.0f %%".formatted(100 * ours / theirs),
                        "≥ 80 %",
                        ours >= 0.8 * theirs));
    }

    private interface Run {
        double[] into(int port) throws Exception;
    }

    private static double[] withSink(Run run) throws Exception {
        int port = freePort();
        var sink = new ProcessBuilder(SINK.toString(), "-u", "nobody", "-c", "127.0.0.1:" + port, "1000")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitDoor(port);
            return run.into(port);
        } finally {
            sink.destroyForcibly();
            sink.waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }

    private static void awaitDoor(int port) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try (var door = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("smtp-sink does not answer");
    }

    /** @return letters a second */
    private static double[] theirs(int port) throws Exception {
        long start = System.nanoTime();
        int code = new ProcessBuilder(
                        SOURCE.toString(),
                        "-d",
                        "-s",
                        Integer.toString(SESSIONS),
                        "-l",
                        Integer.toString(LENGTH),
                        "-m",
                        Integer.toString(LETTERS),
                        "-f",
                        "a@office.example",
                        "-t",
                        "b@home.example",
                        "127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) throw new IllegalStateException("smtp-source ended with " + code);
        return new double[] {LETTERS / ((System.nanoTime() - start) / 1e9)};
    }

    /** @return letters a second, and bytes of one letter */
    private static double[] ours(int port) throws Exception {
        var signer = Signer.of("bench".repeat(8).getBytes(StandardCharsets.UTF_8));
        var settings = new MailSettings(
                "127.0.0.1",
                port,
                MailSettings.Security.NONE,
                "",
                "",
                "news@office.example",
                "가람구청",
                "bounce@back.example",
                "",
                "https://office.example/out",
                SESSIONS,
                Duration.ofSeconds(60),
                new Marks(name -> signer.sign("bench", name)));
        var handed = new AtomicInteger();
        var letter = text();
        try (var carrier = new MailCarrier(settings, new Deaf(), Clock.systemUTC())) {
            long start = System.nanoTime();
            var next = new AtomicInteger();
            var holders = new ArrayList<Thread>();
            for (int i = 0; i < HOLDERS; i++)
                holders.add(Thread.ofVirtual().start(() -> hold(carrier, letter, next, handed)));
            for (var holder : holders) holder.join();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (handed.get() != LETTERS) throw new IllegalStateException("only " + handed.get() + " were taken");
            return new double[] {LETTERS / seconds, carrier.sizeOf(parcel(1, letter))};
        }
    }

    private static void hold(MailCarrier carrier, String letter, AtomicInteger next, AtomicInteger handed) {
        for (int from = next.getAndAdd(BUNDLE); from < LETTERS; from = next.getAndAdd(BUNDLE)) {
            var parcels = IntStream.range(from, Math.min(LETTERS, from + BUNDLE))
                    .mapToObj(row -> parcel(row + 1, letter))
                    .toList();
            for (var answer : carrier.hand(parcels, Instant.now().plusSeconds(120)))
                if (answer instanceof Answer.Handed) handed.incrementAndGet();
        }
    }

    private static Parcel parcel(int row, String letter) {
        return new Parcel(
                new Parcel.Reference(1, row, 1),
                "person" + row + "@home.example",
                "",
                "가을 축제에 모십니다",
                letter.replace("#{이름}", "주민 " + row));
    }

    /** Long enough that the whole letter, in both forms and written for the line, has 10 KB. */
    private static String text() {
        return "#{이름}님, 안녕하세요.\n\n"
                + "올해 가을 축제는 호수공원에서 열립니다. 자리는 먼저 오신 분께 드립니다.\n".repeat(30)
                + "\nhttps://office.example/festival\n";
    }

    private static final class Deaf implements Receipts {
        @Override
        public void received(List<Receipt> receipts) {}

        @Override
        public void late(Parcel.Reference reference, Answer answer) {}
    }
}
