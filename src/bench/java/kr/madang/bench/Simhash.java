package kr.madang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Debian's simhash (shingleprinting) on the same files, judged by the threshold that suits it best. */
record Simhash(double f1, double threshold, double millis) {
    private static final Path PROGRAM = Path.of("/usr/bin/simhash");

    static Optional<Simhash> of(Labelled corpus, Path folder) throws Exception {
        if (!Files.isExecutable(PROGRAM)) install(folder);
        if (!Files.isExecutable(PROGRAM)) return Optional.empty();
        CoverageBench.write(folder, corpus);
        var out = folder.resolve("matrix");
        var command = new ArrayList<>(List.of(PROGRAM.toString(), "-m"));
        for (int i = 0; i < corpus.size(); i++) command.add("%05d.txt".formatted(i));
        double millis = Samples.once(() -> new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor());
        return Optional.of(best(corpus, matrix(out, corpus.size()), millis));
    }

    private static void install(Path folder) throws Exception {
        Files.createDirectories(folder);
        new ProcessBuilder("apt-get", "install", "-y", "-q", "simhash")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start()
                .waitFor();
    }

    /** A line a file: its name, its number, and how near it is to each one before. */
    private static float[][] matrix(Path out, int size) throws Exception {
        var near = new float[size][size];
        for (var line : Files.readAllLines(out)) {
            var parts = line.strip().split("\\s+");
            if (!parts[0].endsWith(".txt")) continue;
            int row = Integer.parseInt(parts[0].replace(".txt", ""));
            for (int i = 2; i < parts.length; i++) near[row][i - 2] = Float.parseFloat(parts[i]);
        }
        return near;
    }

    private static Simhash best(Labelled corpus, float[][] near, double millis) {
        var best = new Simhash(0, 0, millis);
        for (int percent = 2; percent <= 98; percent += 2) {
            float least = percent / 100f;
            double direct = corpus.f1((a, b) -> near[Math.max(a, b)][Math.min(a, b)] >= least);
            int[] groups = closed(near, least);
            double closed = corpus.f1((a, b) -> groups[a] == groups[b]);
            double f1 = Math.max(direct, closed);
            if (f1 > best.f1()) best = new Simhash(f1, least, millis);
        }
        return best;
    }

    /** Files that hang together over any number of others. */
    private static int[] closed(float[][] near, float least) {
        var group = new int[near.length];
        for (int i = 0; i < near.length; i++) {
            group[i] = i;
            for (int j = 0; j < i; j++)
                if (near[i][j] >= least && group[j] != group[i]) {
                    int from = Math.max(group[i], group[j]);
                    int to = Math.min(group[i], group[j]);
                    for (int k = 0; k <= i; k++) if (group[k] == from) group[k] = to;
                }
        }
        return group;
    }
}
