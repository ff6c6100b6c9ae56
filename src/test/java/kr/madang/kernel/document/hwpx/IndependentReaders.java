package kr.madang.kernel.document.hwpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two programs that read Hangul documents and share no code with the one that writes them; installed into target on first use. */
public final class IndependentReaders {

    private static final Path SOURCE = Path.of("src/test/frontend");
    private static final Path HOME = Path.of("target/independent-readers");

    private IndependentReaders() {}

    /** What the two programs saw in one file. */
    public record Verdict(boolean success, String markdown, List<List<List<String>>> tables, int pages, String drawn) {}

    /** Reads all files in one go; the order of the answers is the order of the files. */
    public static List<Verdict> read(List<Path> files) throws IOException, InterruptedException {
        install();
        List<String> command = new ArrayList<>(List.of("node", "judge.mjs"));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        List<Verdict> verdicts = new ArrayList<>();
        for (String line : run(command).split("\n")) {
            if (line.startsWith("{\"file\"")) {
                verdicts.add(verdict(JsonMapper.shared().readTree(line)));
            }
        }
        assertThat(verdicts).hasSameSizeAs(files);
        return verdicts;
    }

    private static Verdict verdict(JsonNode node) {
        List<List<List<String>>> tables = new ArrayList<>();
        for (JsonNode table : node.get("tables")) {
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode row : table) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.get("text").asString()));
                rows.add(cells);
            }
            tables.add(rows);
        }
        StringBuilder drawn = new StringBuilder();
        node.get("drawnText").forEach(page -> drawn.append(page.asString()));
        return new Verdict(
                node.get("success").asBoolean(),
                node.get("markdown").asString(),
                tables,
                node.get("pages").asInt(),
                drawn.toString());
    }

    /** Test JVMs run side by side; the second waits for the first. */
    private static synchronized void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        try (var lock =
                FileChannel.open(HOME.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            installed();
        }
    }

    private static void installed() throws IOException, InterruptedException {
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "judge.mjs")) {
            Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(HOME.resolve("node_modules/.package-lock.json"))) {
            run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(HOME, "errors", ".txt");
        Path output = Files.createTempFile(HOME, "output", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            assertThat(ended && process.exitValue() == 0)
                    .as("%s: %s", command.getFirst(), Files.readString(errors, StandardCharsets.UTF_8))
                    .isTrue();
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(errors);
            Files.deleteIfExists(output);
        }
    }
}
