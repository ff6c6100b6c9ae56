package kr.madang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.search.Query;
import kr.madang.kernel.search.Search;
import kr.madang.press.Tier;
import kr.madang.press.alike.Piece;
import kr.madang.press.alike.Sketch;
import kr.madang.press.alike.Stories;
import kr.madang.press.coverage.Archive;
import kr.madang.press.coverage.Articles;
import kr.madang.press.coverage.Found;
import kr.madang.press.coverage.Groups;
import kr.madang.press.coverage.Kind;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;

/** Which articles are one story: how well and how fast, beside Debian's {@code simhash} on the same files. */
final class CoverageBench implements Bench {
    private static final int FILES = Integer.getInteger("madang.bench.coverage.files", 600);
    private static final int YEAR = Integer.getInteger("madang.bench.coverage", 8_202);
    private static final int BATCH = 100;
    private static final Actor OFFICE =
            new Actor(Actor.SYSTEM.id(), "bench", "bench", "", Map.of("press", Level.MANAGE));

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public String goal() {
        return ("Near duplicates among %,d labelled articles (generated Korean reprints, shortened, reordered, with bylines and notices), pairwise F1 "
                        + "beside Debian's simhash at the threshold that is best for it on these very files; then a year of %,d articles.")
                .formatted(FILES, YEAR);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var results = new ArrayList<Result>();
        quality(results);
        try (var office = Office.empty("coverage")) {
            ingest(office, results);
        }
        return results;
    }

    private static void quality(List<Result> results) throws Exception {
        var corpus = Labelled.of("coverage", FILES);
        var pieces = corpus.pieces();
        var standings = Stories.of(pieces, Map.of());
        double ours = corpus.f1((a, b) -> standings
                .get(pieces.get(a).id())
                .cluster()
                .equals(standings.get(pieces.get(b).id()).cluster()));
        results.add(Result.plain("files, of so many stories", "%,d, %,d".formatted(corpus.size(), corpus.stories())));
        var folder = Path.of(System.getProperty("madang.data")).resolve("simhash");
        var peer = Simhash.of(corpus, folder);
        if (peer.isEmpty())
            results.add(Result.plain("F1 of Madang", "%.4f (simhash is not installed)".formatted(ours)));
        else {
            results.add(new Result(
                    "F1 of Madang",
                    "%.4f".formatted(ours),
                    "≥ %.4f".formatted(peer.get().f1()),
                    ours >= peer.get().f1()));
            results.add(Result.plain(
                    "F1 of simhash at its best threshold",
                    "%.4f at %.2f".formatted(peer.get().f1(), peer.get().threshold())));
            results.add(Result.plain(
                    "simhash, articles a second",
                    "%,.0f".formatted(corpus.size() / peer.get().millis() * 1000)));
        }
        var path = Samples.of(5, 11, () -> Stories.of(corpus.pieces(), Map.of()));
        double rate = corpus.size() / path.median() * 1000;
        results.add(new Result(
                "shingles and groups, articles a second", "%,.0f".formatted(rate), "≥ 1,800", rate >= 1_800));
    }

    private static void ingest(Office office, List<Result> results) throws Exception {
        var outlet = outlet(office);
        var corpus = Labelled.of("year", YEAR);
        var articles = office.room(Articles.class);
        int half = Math.min(corpus.size(), Math.max(BATCH, YEAR / 4));
        var found = new ArrayList<Found>();
        for (int i = 0; i < half; i++) found.add(found(outlet, corpus, i));
        var search = office.room(Search.class);
        while (!search.find(OFFICE, Query.of("")).ready()) Thread.sleep(20);
        double[] taken = new double[1];
        double whole = Samples.once(() -> {
            taken[0] = Samples.once(() -> {
                for (int from = 0; from < found.size(); from += BATCH)
                    articles.take(found.subList(from, Math.min(found.size(), from + BATCH)));
            });
            while (search.find(OFFICE, Query.of("")).total() < half) Thread.sleep(20);
        });
        results.add(Result.plain(
                "taken in and grouped, batches of %d, articles a second".formatted(BATCH),
                "%,.0f".formatted(half / taken[0] * 1000)));
        double rate = half / whole * 1000;
        results.add(new Result(
                "taken in, grouped, indexed and found, articles a second",
                "%,.0f".formatted(rate),
                "≥ 400",
                rate >= 400));
        var rest = new ArrayList<Archive.Past>();
        for (int i = half; i < corpus.size(); i++) {
            var one = found(outlet, corpus, i);
            rest.add(new Archive.Past(Id.next(one.at()), one, one.at()));
        }
        double loaded = Samples.once(() -> office.room(Archive.class).load(OFFICE, rest));
        results.add(Result.plain(
                "the other %,d taken over at once".formatted(rest.size()), "%.2f s".formatted(loaded / 1000)));
        var from = corpus.first().minus(Duration.ofDays(1));
        var to = corpus.last().plus(Duration.ofDays(1));
        int[] count = new int[1];
        double rebuilt = Samples.once(() -> count[0] = office.room(Groups.class).rebuild(from, to));
        results.add(Result.millis("a year of %,d articles grouped anew".formatted(count[0]), rebuilt, 30_000));
    }

    private static Outlet outlet(Office office) {
        var name = "bench" + System.nanoTime();
        return office.room(Outlets.class).add(OFFICE, name, Tier.REGIONAL_ONLINE, List.of(name + ".example"));
    }

    private static Found found(Outlet outlet, Labelled corpus, int i) {
        return new Found(
                Kind.ONLINE,
                outlet.id(),
                "https://" + outlet.hosts().getFirst() + "/" + i,
                corpus.title(i),
                corpus.text(i),
                "",
                "",
                "",
                "",
                "",
                corpus.at(i),
                (UUID) null);
    }

    static Piece piece(int i, String title, String text, Instant at) {
        return new Piece(new UUID(1, i), Integer.toString(i), at, Sketch.of(title, text));
    }

    static void write(Path folder, Labelled corpus) throws Exception {
        Files.createDirectories(folder);
        for (int i = 0; i < corpus.size(); i++)
            Files.writeString(folder.resolve("%05d.txt".formatted(i)), corpus.title(i) + "\n" + corpus.text(i) + "\n");
    }
}
