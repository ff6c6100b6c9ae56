package kr.madang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import kr.madang.approvals.desk.Inbox;
import kr.madang.approvals.desk.PaperQuery;
import kr.madang.approvals.desk.Papers;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;

/** Inboxes and the search by title in an office of 1,500 people with a million papers. */
final class InboxBench implements Bench {
    private static final int PAGE = 20;
    private static final int FAST = 100;

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public String goal() {
        return """
                %,d people, %,d papers. Readers drawn by lot, %d requests a second for %d s, open loop (time counts from when the \
                request was due); searches one after the other for as long. In the program without HTTP; first pages of %d.""".formatted(ManyPapers.PEOPLE, Volume.PAPERS, FAST, Volume.SECONDS, PAGE);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        try (var office = ManyPapers.office()) {
            var inbox = office.room(Inbox.class);
            var papers = office.room(Papers.class);
            var results = new ArrayList<Result>();
            promised(results, "the inbox, first page", load(FAST, by -> inbox.due(by, null, null, PAGE)));
            promised(results, "the inbox, counts by duty", load(FAST, inbox::counts));
            plain(results, "search: a word of every eighth title", inTurn(by -> find(papers, by, "소식지")));
            plain(results, "search: a word of one title", inTurn(by -> find(papers, by, "계획 " + Volume.PAPERS / 2)));
            plain(results, "search: a word of no title", inTurn(by -> find(papers, by, "없는말")));
            return results;
        }
    }

    private static void find(Papers papers, Actor by, String word) {
        papers.find(by, PaperQuery.text(word), null, PAGE);
    }

    private static void promised(List<Result> results, String what, Samples samples) {
        results.add(Result.plain(what + ", median", "%.1f ms".formatted(samples.median())));
        results.add(Result.millis(what + ", p99", samples.at(0.99), 30));
    }

    private static void plain(List<Result> results, String what, Samples samples) {
        results.add(Result.plain(
                what + ", median and p99", "%.1f ms, %.1f ms".formatted(samples.median(), samples.at(0.99))));
    }

    private static Samples load(int aSecond, Consumer<Actor> work) throws Exception {
        once(aSecond, 2, work);
        return once(aSecond, Volume.SECONDS, work);
    }

    /** One reader after the other, five at least. */
    private static Samples inTurn(Consumer<Actor> work) throws Exception {
        var random = new Random(1);
        long end = System.nanoTime() + Volume.SECONDS * 1_000_000_000L;
        var millis = new ArrayList<Double>();
        while (millis.size() < 5 || System.nanoTime() < end) {
            var by = reader(random.nextInt(ManyPapers.PEOPLE));
            millis.add(Samples.once(() -> work.accept(by)));
        }
        return new Samples(millis.stream().mapToDouble(one -> one).toArray());
    }

    private static Samples once(int aSecond, int seconds, Consumer<Actor> work) throws Exception {
        var random = new Random(1);
        var millis = new double[aSecond * seconds];
        long start = System.nanoTime() + 50_000_000;
        try (var pool = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < millis.length; i++) {
                long due = start + i * 1_000_000_000L / aSecond;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                int at = i;
                var by = reader(random.nextInt(ManyPapers.PEOPLE));
                all.add(pool.submit(() -> {
                    work.accept(by);
                    millis[at] = (System.nanoTime() - due) / 1e6;
                }));
            }
            for (var one : all) one.get();
            return new Samples(millis);
        }
    }

    private static Actor reader(int n) {
        return new Actor(
                ManyPapers.person(n),
                "staff" + n,
                "직원 " + n,
                "team" + n % ManyPapers.TEAMS,
                Map.of("approvals", Level.WORK));
    }
}
