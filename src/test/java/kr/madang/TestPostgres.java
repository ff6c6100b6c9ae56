package kr.madang;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import kr.madang.notices.carriers.push.PushService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** One PostgreSQL cluster for the whole test JVM; every context gets an empty database of its own. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final class Holder {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return running(EmbeddedPostgres.builder());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A cluster as tests want it: quick, and forgotten after a power cut. */
    static EmbeddedPostgres running(EmbeddedPostgres.Builder builder) throws IOException {
        return builder.setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "300")
                .start();
    }

    /** An empty database, for tests that need no Spring. */
    public static DataSource fresh() {
        var name = "test" + NUMBER.incrementAndGet();
        try (var connection = Holder.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return Holder.POSTGRES.getDatabase("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The push service of the tests is one of those there are. */
    @Bean
    DynamicPropertyRegistrar pushServices() {
        return properties -> properties.add(
                "madang.notices.push.services", () -> PushService.running().origin());
    }

    /** Pooled, as in the house: thousands of transactions in a test do not open a connection each. */
    @Bean
    HikariDataSource dataSource() {
        return pooled(fresh());
    }

    static HikariDataSource pooled(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(20);
        // PostgreSQL goes down at the same moment as the contexts; nobody shall wait for a connection that never comes
        Runtime.getRuntime().addShutdownHook(new Thread(pool::close));
        return pool;
    }
}
