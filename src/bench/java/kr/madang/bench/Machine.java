package kr.madang.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the figures were measured on. */
final class Machine {
    private final long[] start = ticks();

    /** The machine from here on. */
    Machine() {}

    String describe() throws IOException {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return """
                Machine: %d cores (%s), %s RAM, %s %s · JDK %s · PostgreSQL 18, embedded, fsync on · %s · load average at the end %.1f%s
                (with more than the cores' number of programs at work the machine was shared, and times are longer than they need be)
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/cpuinfo", "model name"),
                        line("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.runtime.version"),
                        LocalDate.now(ZoneId.of("Asia/Seoul")),
                        load,
                        stolen());
    }

    /** How much of its processors' time the host of the machine kept for others meanwhile. */
    private String stolen() throws IOException {
        var now = ticks();
        if (start.length == 0 || now.length == 0 || now[0] == start[0]) return "";
        return " · %d %% of the processors' time was taken by the host"
                .formatted(Math.round(100.0 * (now[1] - start[1]) / (now[0] - start[0])));
    }

    /** Ticks since the machine started: all, and those its host kept; empty where nobody counts them. */
    private static long[] ticks() {
        var file = Path.of("/proc/stat");
        try (var lines = Files.lines(file)) {
            var all = lines.findFirst().orElse("").strip().split("\\s+");
            if (all.length < 9) return new long[0];
            long sum = 0;
            for (int i = 1; i < 9; i++) sum += Long.parseLong(all[i]);
            return new long[] {sum, Long.parseLong(all[8])};
        } catch (IOException e) {
            return new long[0];
        }
    }

    private static String line(String file, String key) throws IOException {
        if (Files.notExists(Path.of(file))) return "?";
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("?");
        }
    }
}
