package kr.madang.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static String describe() throws IOException {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return """
                Machine: %d cores (%s), %s RAM, %s %s · JDK %s · PostgreSQL 18, embedded, fsync on · %s · load average at the end %.1f
                (with more than the cores' number of programs at work the machine was shared, and times are longer than they need be)
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/cpuinfo", "model name"),
                        line("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.runtime.version"),
                        LocalDate.now(ZoneId.of("Asia/Seoul")),
                        load);
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
