package kr.madang.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** How large the files are, against the same entries in a plain ZIP at the strongest deflate. */
final class SizesBench implements Bench {
    @Override
    public String name() {
        return "sizes";
    }

    @Override
    public String goal() {
        return "Sizes of the 2023 report's files. Peer of HWPX and XLSX: the same entries packed again by java.util.zip at level 9.";
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        var folder = Files.createTempDirectory("madang-bench");
        var results = new ArrayList<Result>();
        for (var format : List.of("hwpx", "xlsx", "pdf", "html")) {
            var file = PrintingBench.print(office, folder, format);
            long size = Files.size(file);
            var peer = format.equals("hwpx") || format.equals("xlsx")
                    ? ", %.2f times the plain ZIP".formatted((double) size / plainZip(file))
                    : "";
            results.add(Result.plain(format, "%,d bytes%s".formatted(size, peer)));
        }
        return results;
    }

    private static int plainZip(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(bytes)) {
            to.setLevel(Deflater.BEST_COMPRESSION);
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (var in = from.getInputStream(entry)) {
                    in.transferTo(to);
                }
            }
        }
        return bytes.size();
    }
}
