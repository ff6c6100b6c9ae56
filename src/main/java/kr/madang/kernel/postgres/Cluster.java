package kr.madang.kernel.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The PostgreSQL cluster kept under the data folder. */
public final class Cluster implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private Cluster(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts the cluster in {@code data/postgres}, made on the first call. */
    public static Cluster start(Path data) throws IOException {
        Files.createDirectories(data);
        return new Cluster(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                .setDataDirectory(data.resolve("postgres").toFile())
                .setCleanDataDirectory(false)
                .start());
    }

    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
