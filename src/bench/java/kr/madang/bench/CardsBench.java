package kr.madang.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.desk.BulkPapers;
import kr.madang.approvals.desk.CardVerifier;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Roster;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.line.StandIn;
import kr.madang.approvals.line.Terms;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.search.Indexes;

/** The verification of all document cards, with the trail, the rows and the registers. */
final class CardsBench implements Bench {
    private static final int BATCH = 5_000;
    private static final long FIRST = Instant.parse("2020-01-02T00:00:00Z").getEpochSecond();
    private static final UnitTask TASK = new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5);
    private static final Roster PRESENT = new Roster() {
        @Override
        public boolean serves(Person person, Instant at) {
            return true;
        }

        @Override
        public StandIn standIn(Person person, Instant at) {
            return new StandIn.Present();
        }
    };

    @Override
    public String name() {
        return "cards";
    }

    @Override
    public String goal() {
        return "The verification of %,d document cards of six links each (one version, five acts, approved and numbered), with audit trail, rows and registers."
                .formatted(Volume.CARDS);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        try (var office = Office.empty("cards")) {
            double made = Samples.once(() -> fill(office));
            office.db().sql("analyze").update();
            settle(office);
            var outcome = new CardVerifier.Outcome[1];
            double millis = Samples.once(
                    () -> outcome[0] = office.room(CardVerifier.class).verify());
            var found = outcome[0];
            var results = new ArrayList<Result>();
            results.add(Result.plain("cards walked", "%,d (%,d links)".formatted(found.cards(), found.links())));
            results.add(Result.plain("cards a second", "%,.0f".formatted(found.cards() / millis * 1000)));
            results.add(new Result("findings", "%,d".formatted(found.found()), "0", found.sound()));
            if (found.cards() >= Volume.CARDS)
                results.add(Result.millis("%,d cards".formatted(found.cards()), millis, 60_000));
            else {
                results.add(Result.plain(
                        "%,d cards, measured".formatted(found.cards()), "%.2f s".formatted(millis / 1000)));
                results.add(Result.millis(
                        "%,d cards, extrapolated: the others could not be made within %d s"
                                .formatted(Volume.CARDS, Volume.MOST_SECONDS_OF_CARDS),
                        millis * Volume.CARDS / found.cards(),
                        60_000));
            }
            results.add(Result.plain("making the cards that were missing", "%.0f s".formatted(made / 1000)));
            return results;
        }
    }

    /** Batches that are there stay; each has a unit of its own, for a register takes old papers only before its first number. */
    private static void fill(Office office) throws Exception {
        int there = office.db()
                .sql("select count(*) from approvals.register_counter where unit like 'B______'")
                .query(Integer.class)
                .single();
        int wanted = Math.ceilDiv(Volume.CARDS, BATCH);
        for (int n = there; n < wanted; n++)
            office.room(Units.class).set(Actor.SYSTEM, new Units.Unit("B%06d".formatted(n), "시험과"), List.of(team(n)));
        var next = new AtomicInteger(there);
        long end = System.nanoTime() + Volume.MOST_SECONDS_OF_CARDS * 1_000_000_000L;
        try (var pool = Executors.newFixedThreadPool(3)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 3; i++)
                all.add(pool.submit(() -> {
                    for (int n = next.getAndIncrement();
                            n < wanted && System.nanoTime() < end;
                            n = next.getAndIncrement()) {
                        office.room(BulkPapers.class).take(Actor.SYSTEM, batch(n));
                        if (n % 10 == 9) System.err.printf("문서관리카드 %,d장%n", (n + 1) * BATCH);
                    }
                    return null;
                }));
            for (var one : all) one.get();
        }
    }

    /** What is measured is the verification, and not the search index of papers that were made just now. */
    private static void settle(Office office) throws InterruptedException {
        long papers = office.db()
                .sql("select count(*) from approvals.paper")
                .query(Long.class)
                .single();
        while (office.room(Indexes.class).standing().nodes().stream().noneMatch(node -> node.documents() >= papers))
            Thread.sleep(1_000);
    }

    private static String team(int batch) {
        return "bench" + batch;
    }

    private static List<BulkPapers.Life> batch(int n) {
        var lives = new ArrayList<BulkPapers.Life>(BATCH);
        for (int i = 0; i < BATCH; i++) lives.add(life(n, (long) n * BATCH + i));
        return lives;
    }

    private static BulkPapers.Life life(int batch, long n) {
        var at = Instant.ofEpochSecond(FIRST + n * 25);
        var line = Line.of(
                person(0, n),
                List.of(Stage.review(person(1, n)), Stage.review(person(2, n))),
                person(3, n),
                Terms.USUAL);
        var version = new Version(
                1,
                "구정 홍보물 제작 계획 " + n,
                "1. 관련: 홍보미디어과-100\n2. 구정 홍보물을 다음과 같이 제작하고자 합니다.\n  가. 수량: 1,000부  끝.",
                "홍보물 1,000부를 제작하고자 함",
                List.of("홍보물", "제작"),
                List.of(),
                line.drafter(),
                at);
        var paper = Paper.draft(id(at, n), line, version.hash(), at, PRESENT);
        paper = paper.act(new Act.Submit(line.drafter(), at.plusSeconds(1), version.hash(), ""), PRESENT);
        for (int i = 0; i < 3; i++)
            paper = paper.act(new Act.Sign(line.seats().get(i), at.plusSeconds(2 + i), version.hash(), ""), PRESENT);
        return new BulkPapers.Life(paper, List.of(version), Filing.general(TASK), team(batch), "결재");
    }

    /** Ordered by time, as the program's own are. */
    private static Paper.Id id(Instant at, long n) {
        return new Paper.Id(new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L | n));
    }

    private static Person person(int seat, long n) {
        return Person.of(new UUID(0x7000 | seat, 0x8000_0000_0000_0000L | n % 1_500));
    }
}
