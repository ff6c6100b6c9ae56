package kr.madang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A full report in three formats. */
final class PrintingBench implements Bench {
    @Override
    public String name() {
        return "printing";
    }

    @Override
    public String goal() {
        return "The full report of 2023 as HWPX, PDF and XLSX, figures computed anew for each, in the warm house.";
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        var folder = Files.createTempDirectory("madang-bench");
        var results = new ArrayList<Result>();
        var all = Samples.of(2, 7, () -> {
            for (var format : List.of("hwpx", "pdf", "xlsx")) print(office, folder, format);
        });
        results.add(Result.millis("all three, median of 7", all.median(), 5000));
        for (var format : List.of("hwpx", "pdf", "xlsx", "html")) {
            var one = Samples.of(1, 5, () -> print(office, folder, format));
            results.add(Result.plain(format, "%.0f ms".formatted(one.median())));
        }
        return results;
    }

    static Path print(Office office, Path folder, String format) throws IOException {
        var file = folder.resolve("report." + format);
        Files.deleteIfExists(file);
        office.command("report", "2023", "--format", format, "--out", file.toString());
        return file;
    }
}
