package kr.madang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.jspecify.annotations.Nullable;

/** Papers from the draft to their number in the register, beside Flowable on the same PostgreSQL. */
final class PapersBench implements Bench {
    private static final List<Integer> WRITERS = List.of(1, 4, 16, 64);
    private static final int ROUNDS = 2;
    private static final String SCHEMA = "bench_peer";
    private static final UnitTask TASK = new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5);

    @Override
    public String name() {
        return "papers";
    }

    @Override
    public String goal() {
        return """
                The whole life of a paper: draft, submission, two reviews and the approval with number, register and file; five \
                transactions with rights, card, seats and audit trail, while the search follows. fsync on. Peer, on the same PostgreSQL \
                from a program of its own: Flowable 8, a process of three user tasks in a row, started and completed (one query for the \
                task before each completion), history level as it comes; four transactions, without content, chain, trail or number. \
                Both run in turns of %d s, %d for each number of writers, after %d s to warm up; the best turn counts.""".formatted(Volume.SECONDS, ROUNDS, 4 * Volume.SECONDS);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        try (var office = Office.empty("papers")) {
            var desk = new Desk(office);
            try (var peer = Peer.start(office)) {
                return run(desk, peer);
            }
        }
    }

    private static List<Result> run(Desk desk, @Nullable Peer peer) throws Exception {
        var ours = new TreeMap<Integer, Double>();
        var theirs = new TreeMap<Integer, Double>();
        for (int writers : List.of(16, 64)) {
            desk.load(writers, 2 * Volume.SECONDS);
            if (peer != null) peer.load(writers, 2 * Volume.SECONDS);
        }
        for (int round = 0; round < ROUNDS; round++)
            for (int writers : WRITERS) {
                ours.merge(writers, desk.load(writers, Volume.SECONDS), Math::max);
                if (peer != null) theirs.merge(writers, peer.load(writers, Volume.SECONDS), Math::max);
            }
        return results(ours, theirs);
    }

    private static List<Result> results(Map<Integer, Double> ours, Map<Integer, Double> theirs) {
        var results = new ArrayList<Result>();
        ours.forEach((writers, rate) ->
                results.add(Result.plain("papers a second, %d writers".formatted(writers), "%,.0f".formatted(rate))));
        theirs.forEach((writers, rate) -> results.add(
                Result.plain("Flowable, processes a second, %d writers".formatted(writers), "%,.0f".formatted(rate))));
        double best = best(ours);
        results.add(new Result("papers a second, best", "%,.0f".formatted(best), "≥ 500", best >= 500));
        if (theirs.isEmpty()) results.add(new Result("times Flowable", "the peer did not run", "≥ 5", false));
        else {
            double ratio = best / best(theirs);
            results.add(new Result("times Flowable, best to best", "%.2f".formatted(ratio), "≥ 5", ratio >= 5));
        }
        return results;
    }

    private static double best(Map<Integer, Double> rates) {
        return rates.values().stream().mapToDouble(rate -> rate).max().orElse(0);
    }

    /** Flowable in a program of its own, which runs when it is told to. */
    private record Peer(Process program, BufferedReader says, Writer told) implements AutoCloseable {
        /** Null when it could not be fetched. */
        static @Nullable Peer start(Office office) throws IOException {
            var folder = Path.of(System.getProperty("madang.peer", ""));
            if (Files.notExists(folder.resolve("classes/FlowablePeer.class"))) return null;
            var db = office.database();
            office.db().sql("drop schema if exists " + SCHEMA + " cascade").update();
            office.db().sql("create schema " + SCHEMA).update();
            var args = List.of(db.url(), db.user(), db.password(), SCHEMA);
            var program = Volume.program(
                            folder.resolve("classes") + ":" + folder.resolve("lib") + "/*", "FlowablePeer", args)
                    .start();
            var peer = new Peer(program, program.inputReader(StandardCharsets.UTF_8), program.outputWriter());
            peer.answer("READY");
            return peer;
        }

        double load(int writers, int seconds) throws IOException {
            told.write("%d %d\n".formatted(writers, seconds));
            told.flush();
            return Double.parseDouble(answer("RATE "));
        }

        private String answer(String beginning) throws IOException {
            for (var line = says.readLine(); line != null; line = says.readLine())
                if (line.startsWith(beginning)) return line.substring(beginning.length());
            throw new IOException("the peer ended");
        }

        @Override
        public void close() throws IOException {
            told.close();
            program.destroy();
        }
    }

    /** Four people for each writer, so that the writers meet only at the register. */
    private static final class Desk {
        private final Approvals approvals;
        private final List<List<Actor>> circles = new ArrayList<>();

        Desk(Office office) {
            approvals = office.room(Approvals.class);
            var accounts = office.room(Accounts.class);
            for (int w = 0; w < WRITERS.getLast(); w++) {
                var circle = new ArrayList<Actor>();
                for (var title : List.of("주무관", "언론팀장", "홍보미디어과장", "기획재정국장"))
                    circle.add(actor(accounts, "w%d-%d".formatted(w, circle.size()), title));
                circles.add(circle);
            }
        }

        private static Actor actor(Accounts accounts, String login, String title) {
            var account = accounts.findByLogin(login)
                    .orElseGet(() -> accounts.open(
                            Actor.SYSTEM, login, new Accounts.Details("결재 " + login, "press", title, "", "")));
            return new Actor(account.id().value(), login, account.name(), "press", Map.of("approvals", Level.APPROVE));
        }

        double load(int writers, int seconds) throws Exception {
            var done = new LongAdder();
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                var all = new ArrayList<Future<?>>();
                for (int w = 0; w < writers; w++) {
                    var circle = circles.get(w);
                    all.add(pool.submit(() -> {
                        while (System.nanoTime() < end) {
                            life(circle, done.intValue());
                            done.increment();
                        }
                    }));
                }
                for (var one : all) one.get();
            }
            return done.sum() / ((System.nanoTime() - start) / 1e9);
        }

        private void life(List<Actor> circle, int n) {
            var content = new Content(
                    "구정 홍보물 제작 계획 " + n,
                    "1. 관련: 홍보미디어과-100\n2. 구정 홍보물을 다음과 같이 제작하고자 합니다.\n  가. 수량: 1,000부  끝.",
                    "홍보물 1,000부를 제작하고자 함",
                    List.of("홍보물", "제작"),
                    List.of());
            var route = Route.of(
                    List.of(Stage.review(person(circle, 1)), Stage.review(person(circle, 2))), person(circle, 3));
            var id = approvals.draft(circle.getFirst(), content, Filing.general(TASK), route);
            var hash = new Version(
                            1,
                            content.title(),
                            content.text(),
                            content.summary(),
                            content.keywords(),
                            content.attachments(),
                            person(circle, 0),
                            Instant.EPOCH)
                    .hash();
            approvals.submit(circle.getFirst(), id, hash, "");
            for (var signer : circle.subList(1, 4)) approvals.sign(signer, id, hash, "");
        }

        private static Person person(List<Actor> circle, int n) {
            return Person.of(circle.get(n).id());
        }
    }
}
