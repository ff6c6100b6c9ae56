package kr.madang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./madang bench [NAME…]}: runs the benches and writes docs/performance.md, as it came out, also where it falls short. */
final class Benches {
    private static final List<Bench> ALL = List.of(
            new OpeningBench(),
            new FiguresBench(),
            new PrintingBench(),
            new SizesBench(),
            new PagesBench(),
            new TrailBench(),
            new LedgerBench(),
            new PapersBench(),
            new InboxBench(),
            new CardsBench(),
            new NumbersBench(),
            new SmsBench(),
            new MailBench(),
            new SendsBench(),
            new HistoryBench(),
            new ScrapBench(),
            new SearchBench(),
            new CoverageBench());

    static void main(String[] args) throws Exception {
        var wanted = List.of(args);
        var known = ALL.stream().map(Bench::name).toList();
        if (!known.containsAll(wanted)) {
            System.err.println("잴 수 있는 것: " + String.join(", ", known));
            System.exit(2);
        }
        try (var demo = new Demo(Path.of(System.getProperty("madang.data")).resolve("office"))) {
            measure(wanted, demo);
        } catch (Exception | Error e) {
            // what an open office still does in the background would keep the program alive
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void measure(List<String> wanted, Demo demo) throws Exception {
        var machine = new Machine();
        var sections = new ArrayList<String>();
        var page = new Page(Path.of("docs/performance.md"));
        for (var bench : ALL) {
            if (!wanted.isEmpty() && !wanted.contains(bench.name())) continue;
            sections.add(section(bench, bench.run(demo)));
            page.write(machine.describe(), sections);
        }
    }

    private static String section(Bench bench, List<Bench.Result> results) {
        var text = new StringBuilder(
                "## " + bench.name() + "\n\n" + bench.goal() + "\n\n| | measured | promised | |\n|---|---|---|---|\n");
        for (var result : results) {
            var verdict = result.promise().isEmpty() ? "" : result.kept() ? "kept" : "**not kept**";
            var line = "| %s | %s | %s | %s |\n".formatted(result.what(), result.value(), result.promise(), verdict);
            System.err.print(bench.name() + " " + line);
            text.append(line);
        }
        return text.toString();
    }

    /** The page keeps the sections of benches that were not run this time. */
    private record Page(Path file) {
        void write(String machine, List<String> sections) throws Exception {
            var kept = new ArrayList<String>();
            if (Files.exists(file))
                for (var old : Files.readString(file).split("(?m)^(?=## )"))
                    if (old.startsWith("## ") && sections.stream().noneMatch(s -> title(s).equals(title(old))))
                        kept.add(old.strip() + "\n");
            kept.addAll(sections);
            Files.writeString(file, """
                    # Performance

                    Written by `./madang bench`; as it came out, also where it falls short. Never a test: no build fails
                    because a machine is slow. Medians unless said otherwise.

                    %s
                    %s""".formatted(machine, String.join("\n", kept)));
        }

        private static String title(String section) {
            return section.lines().findFirst().orElse("");
        }
    }
}
