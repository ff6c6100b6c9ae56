package kr.madang.kernel.postgres;

import java.nio.file.Path;
import java.util.Map;

/** The database the office works on (데이터베이스), open until closed. */
public sealed interface Database extends AutoCloseable permits Cluster, Outside {
    /** JDBC address. */
    String url();

    String user();

    String password();

    /** Where it stands, for the opening message and the doctor; never holds a password. */
    String place();

    @Override
    void close();

    /**
     * The office's own PostgreSQL when {@code MADANG_DB_URL} names one, otherwise the embedded cluster under the data folder.
     *
     * @throws kr.madang.kernel.Refused in words for the person at the console, when there is no way to work on it
     */
    static Database open(Map<String, String> environment, Path data) {
        var url = environment.getOrDefault("MADANG_DB_URL", "").strip();
        return url.isEmpty() ? Cluster.open(data) : Outside.open(url, environment);
    }
}
