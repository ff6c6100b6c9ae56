package kr.madang.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.madang.kernel.search.Document;
import kr.madang.kernel.search.index.Ask;
import kr.madang.kernel.search.index.Entry;
import kr.madang.kernel.search.index.LuceneIndex;
import kr.madang.kernel.search.index.Reading;
import kr.madang.kernel.search.korean.Analyser;
import kr.madang.kernel.search.korean.Lexicon;
import kr.madang.kernel.search.korean.Synonyms;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.springframework.util.FileSystemUtils;

/** The Korean search: cutting and indexing, answers from a large index while it grows, and the database's own trigrams beside it. */
final class SearchBench implements Bench {
    private static final int ARTICLES = Integer.getInteger("madang.bench.search", 1_000_000);
    private static final int TRIGRAMS = Math.min(ARTICLES, Integer.getInteger("madang.bench.search.trigrams", 50_000));
    private static final int ROUND = Math.min(2_000, ARTICLES);
    private static final int ROUNDS = 5;
    private static final int YEAR = 8_202;
    private static final int QUESTIONS = 600;
    private static final int INGESTED_AT_ONCE = 20;

    private final SearchArticles articles = new SearchArticles();
    private final Synonyms none;
    private final Analyser analyser;

    SearchBench() {
        analyser = new Analyser(Lexicon.of(List.of(
                Lexicon.read("꿈나무영등포", ""),
                Lexicon.read("어르신소식지", "어르신 소식지"),
                Lexicon.read("당산1동", ""),
                Lexicon.read("당산2동", ""),
                Lexicon.read("비급여", ""),
                Lexicon.read("미지급", ""))));
        none = Synonyms.of(List.of(), analyser);
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String goal() {
        return "Korean search over %,d made-up articles of some 745 letters, embedded index. Nori alone and indexing in the same run, in turn. The million is made of sentences cut once; what is ingested while questions are answered is cut as a whole. PostgreSQL's pg_trgm over %,d of them."
                .formatted(ARTICLES, TRIGRAMS);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var results = new ArrayList<Result>();
        var folder = Files.createTempDirectory("search-bench");
        try {
            speeds(folder.resolve("speed"), results);
            year(folder.resolve("year"), results);
            large(folder.resolve("large"), results);
            try (var office = Office.empty("search")) {
                beside(office, folder.resolve("beside"), results);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return results;
    }

    // ---------------------------------------------------------------- cutting and indexing

    private void speeds(Path folder, List<Result> results) throws Exception {
        var texts = IntStream.range(0, ROUND).mapToObj(articles::document).toList();
        double letters = texts.stream()
                .mapToInt(d -> d.title().length() + d.text().length())
                .average()
                .orElse(0);
        var alone = new double[ROUNDS];
        var indexed = new double[ROUNDS];
        try (var nori = new KoreanAnalyzer();
                var index = LuceneIndex.open(folder)) {
            nori(nori, texts);
            index(index, texts);
            for (int i = 0; i < ROUNDS; i++) {
                alone[i] = ROUND / (Samples.once(() -> nori(nori, texts)) / 1_000);
                indexed[i] = ROUND / (Samples.once(() -> index(index, texts)) / 1_000);
            }
        }
        double a = median(alone);
        double b = median(indexed);
        results.add(Result.plain("letters of an article, mean", "%.0f".formatted(letters)));
        results.add(Result.plain("Nori alone, all processors", "%,.0f articles/s".formatted(a)));
        results.add(new Result(
                "cut, indexed and searchable", "%,.0f articles/s".formatted(b), "≥ 400 articles/s", b >= 400));
        results.add(Result.plain("of the speed of Nori alone", "%.0f %%".formatted(100 * b / a)));
    }

    private static void nori(KoreanAnalyzer nori, List<Document> texts) {
        texts.parallelStream().forEach(document -> {
            try (var tokens = nori.tokenStream("text", new StringReader(document.title() + " " + document.text()))) {
                tokens.reset();
                while (tokens.incrementToken()) continue;
                tokens.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void index(LuceneIndex index, List<Document> texts) throws IOException {
        index.put(texts.parallelStream()
                .map(document -> Entry.of(SearchArticles.KIND, document, analyser))
                .toList());
        index.show();
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void year(Path folder, List<Result> results) throws Exception {
        try (var index = LuceneIndex.open(folder)) {
            double took = Samples.once(() -> {
                for (int from = 0; from < YEAR; from += 500)
                    index(
                            index,
                            IntStream.range(from, Math.min(YEAR, from + 500))
                                    .mapToObj(articles::document)
                                    .toList());
                index.keep(Map.of());
            });
            results.add(Result.millis("a year of %,d articles made anew".formatted(YEAR), took, 30_000));
        }
    }

    // ---------------------------------------------------------------- answers from a large index

    private void large(Path folder, List<Result> results) throws Exception {
        articles.cut(analyser);
        try (var index = LuceneIndex.open(folder)) {
            for (int from = 0; from < ARTICLES; from += 5_000) {
                index.add(IntStream.range(from, Math.min(ARTICLES, from + 5_000))
                        .parallel()
                        .mapToObj(articles::entry)
                        .toList());
                if (from % 100_000 == 0) System.err.printf("기사 %,d건%n", from);
            }
            index.show();
            index.keep(Map.of());
            answers(index, "quiet", results);
            var stop = new AtomicBoolean();
            var ingested = new AtomicInteger();
            var began = System.nanoTime();
            var writer = Thread.ofPlatform().start(() -> ingest(index, stop, ingested));
            answers(index, "while ingesting", results);
            stop.set(true);
            writer.join();
            double seconds = (System.nanoTime() - began) / 1e9;
            results.add(Result.plain(
                    "ingested meanwhile, one thread", "%,.0f articles/s".formatted(ingested.get() / seconds)));
            results.add(Result.plain("articles in the index at last", "%,d".formatted(index.count())));
            results.add(Result.plain("its size", "%,d MB".formatted(size(folder) / 1_000_000)));
        }
    }

    private void ingest(LuceneIndex index, AtomicBoolean stop, AtomicInteger ingested) {
        try {
            for (int next = ARTICLES; !stop.get(); next += INGESTED_AT_ONCE) {
                var entries = new ArrayList<Entry>();
                for (int i = 0; i < INGESTED_AT_ONCE; i++)
                    entries.add(Entry.of(SearchArticles.KIND, articles.document(next + i), analyser));
                index.put(entries);
                index.show();
                ingested.addAndGet(INGESTED_AT_ONCE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answers(LuceneIndex index, String when, List<Result> results) throws Exception {
        var random = new Random(4);
        for (int i = 0; i < 60; i++) index.find(ask(question(random)));
        var took = new double[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            var typed = question(random);
            took[i] = Samples.once(() -> index.find(ask(typed)));
        }
        Arrays.sort(took);
        results.add(
                Result.plain("an answer with counts, " + when + ", median", "%.1f ms".formatted(took[QUESTIONS / 2])));
        results.add(Result.millis("an answer with counts, " + when + ", p95", took[QUESTIONS * 95 / 100], 30));
    }

    /** What people type: a subject, a subject at a place, in quotation marks, in part, by initials, without something. */
    private static String question(Random random) {
        var subject = SearchArticles.SUBJECTS
                .get(random.nextInt(SearchArticles.SUBJECTS.size()))
                .question();
        var word = subject.split(" ")[0];
        var place = List.of("문래동", "당산1동", "선유도공원", "안양천").get(random.nextInt(4));
        return switch (random.nextInt(7)) {
            case 0 -> subject;
            case 1 -> subject + " " + place + " ";
            case 2 -> "\"" + subject + "\"";
            case 3 -> word.substring(0, Math.min(2, word.length()));
            case 4 -> "ㅊㄴ " + place;
            case 5 -> subject + " -" + place;
            // what stands in half of all articles
            default -> "구청장 " + place + " ";
        };
    }

    private Ask ask(String typed) {
        var plan = Reading.of(typed, analyser, none);
        var readers = Set.of(Entry.reader(SearchArticles.KIND, "all"));
        return new Ask(plan, Ask.code(typed, plan), readers, Set.of(), Set.of(), null, null, false, 0, 10);
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    // ---------------------------------------------------------------- beside the database's own

    private void beside(Office office, Path folder, List<Result> results) throws Exception {
        var db = office.db();
        db.sql("create extension if not exists pg_trgm").update();
        db.sql("create table bench_article (id int primary key, body text not null)")
                .update();
        for (int from = 0; from < TRIGRAMS; from += 1_000) {
            var ids = IntStream.range(from, Math.min(TRIGRAMS, from + 1_000))
                    .boxed()
                    .toArray(Integer[]::new);
            var bodies = Arrays.stream(ids)
                    .map(articles::document)
                    .map(d -> d.title() + " " + d.text())
                    .toArray(String[]::new);
            db.sql("insert into bench_article select * from unnest(:ids, :bodies)")
                    .param("ids", ids)
                    .param("bodies", bodies)
                    .update();
        }
        double made = Samples.once(() -> db.sql("create index on bench_article using gin (body gin_trgm_ops)")
                .update());
        db.sql("vacuum analyze bench_article").update();
        try (var index = LuceneIndex.open(folder)) {
            for (int from = 0; from < TRIGRAMS; from += 5_000)
                index.add(IntStream.range(from, Math.min(TRIGRAMS, from + 5_000))
                        .mapToObj(articles::entry)
                        .toList());
            index.show();
            compare(db, index, results);
        }
        results.add(Result.plain("making the trigram index", "%.1f s".formatted(made / 1_000)));
    }

    private void compare(org.springframework.jdbc.core.simple.JdbcClient db, LuceneIndex index, List<Result> results)
            throws Exception {
        double ours = 0;
        double theirs = 0;
        var took = new ArrayList<Double>();
        var tookThere = new ArrayList<Double>();
        for (int subject = 0; subject < SearchArticles.SUBJECTS.size(); subject++) {
            var question = SearchArticles.SUBJECTS.get(subject).question();
            int number = subject;
            long right = IntStream.range(0, TRIGRAMS)
                    .parallel()
                    .filter(a -> articles.subjects(a).contains(number))
                    .count();
            var here = index.find(ask(question + " "));
            var there = trigrams(db, question);
            ours += share(here.keys().stream().map(SearchBench::number).toList(), subject, right);
            theirs += share(there, subject, right);
            for (int i = 0; i < 5; i++) {
                took.add(Samples.once(() -> index.find(ask(question + " "))));
                tookThere.add(Samples.once(() -> trigrams(db, question)));
            }
        }
        int many = SearchArticles.SUBJECTS.size();
        took.sort(null);
        tookThere.sort(null);
        results.add(Result.plain("recall of the first ten, ours", "%.2f".formatted(ours / many)));
        results.add(Result.plain("recall of the first ten, pg_trgm", "%.2f".formatted(theirs / many)));
        results.add(Result.plain(
                "answer over %,d, ours, p95".formatted(TRIGRAMS),
                "%.1f ms".formatted(took.get(took.size() * 95 / 100))));
        results.add(Result.plain(
                "answer over %,d, pg_trgm without counts, p95".formatted(TRIGRAMS),
                "%.1f ms".formatted(tookThere.get(tookThere.size() * 95 / 100))));
    }

    /** The best by similarity among those that have all words, which is what trigrams offer. */
    private static List<Integer> trigrams(org.springframework.jdbc.core.simple.JdbcClient db, String question) {
        var likes =
                Arrays.stream(question.split(" ")).map(word -> "%" + word + "%").toArray(String[]::new);
        return db.sql("""
                select id from bench_article where body like all(:likes)
                order by word_similarity(:question, body) desc, id limit 10""")
                .param("likes", likes)
                .param("question", question)
                .query(Integer.class)
                .list();
    }

    private double share(List<Integer> found, int subject, long right) {
        long hits = found.stream()
                .filter(article -> articles.subjects(article).contains(subject))
                .count();
        return hits / (double) Math.max(1, Math.min(10, right));
    }

    private static int number(String key) {
        return (int) UUID.fromString(key.substring(key.lastIndexOf(':') + 1)).getLeastSignificantBits();
    }
}
