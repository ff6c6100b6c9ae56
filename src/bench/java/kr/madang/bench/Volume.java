package kr.madang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sizes of the large benches, smaller for trying them: {@code MADANG_JAVA_OPTS=-Dmadang.bench.papers=10000}. */
final class Volume {
    static final int PAPERS = Integer.getInteger("madang.bench.papers", 1_000_000);
    static final int CARDS = Integer.getInteger("madang.bench.cards", 1_000_000);
    static final int NUMBERS = Math.min(PAPERS, Integer.getInteger("madang.bench.numbers", 1_000_000));
    /** How long one load lasts. */
    static final int SECONDS = Integer.getInteger("madang.bench.seconds", 10);
    /** What is not made by then is extrapolated. */
    static final int MOST_SECONDS_OF_CARDS = Integer.getInteger("madang.bench.cards.seconds", 240);

    private Volume() {}

    /** Another Java program with the same flags as this one. */
    static ProcessBuilder program(String classPath, String main, List<String> args) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("madang.flags").split(" ")));
        command.addAll(List.of("-Xmx1g", "-cp", classPath, main));
        command.addAll(args);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
