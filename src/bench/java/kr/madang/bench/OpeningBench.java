package kr.madang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./madang run} of a filled office, as the script starts it, from the call to the opening message. */
final class OpeningBench implements Bench {
    @Override
    public String name() {
        return "opening";
    }

    @Override
    public String goal() {
        return "An office opened again: from the call to its opening message, PostgreSQL included; memory of the Java program then. The start itself (≤ 8 s) is the time after the database is up.";
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        var data = Path.of(System.getProperty("madang.data")).resolve("opening");
        var app = Path.of(System.getProperty("madang.app"));
        open(app, data);
        var millis = new double[3];
        var inside = new double[3];
        long memory = 0;
        for (int i = 0; i < millis.length; i++) {
            var opened = open(app, data);
            millis[i] = opened.millis();
            inside[i] = opened.inside();
            memory = Math.max(memory, opened.memory());
        }
        var cache = Files.exists(app.resolve("madang.aot")) ? "with" : "without";
        return List.of(
                Result.millis(
                        "opening, PostgreSQL included, " + cache + " the start-up cache",
                        new Samples(millis).median(),
                        20_000),
                Result.millis("the program's start", new Samples(inside).median(), 8_000),
                new Result("resident memory after opening", memory / 1024 + " MB", "≤ 500 MB", memory <= 500 * 1024));
    }

    private record Opened(double millis, double inside, long memory) {}

    private static Opened open(Path app, Path data) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("madang.flags").split(" ")));
        if (Files.exists(app.resolve("madang.aot"))) command.add("-XX:AOTCache=" + app.resolve("madang.aot"));
        command.addAll(List.of(
                "-Xmx1g",
                "-Dmadang.data=" + data,
                "-jar",
                app.resolve("madang.jar").toString(),
                "run",
                "--port",
                "18999"));
        long start = System.nanoTime();
        var program = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = program.inputReader()) {
            long up = start;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("사무실을 엽니다")) up = System.nanoTime();
                if (line.contains("Ctrl-C")) break;
            }
            long now = System.nanoTime();
            return new Opened((now - start) / 1e6, (now - up) / 1e6, memory(program.pid()));
        } finally {
            program.destroy();
            program.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static long memory(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (Files.notExists(status)) return 0;
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
