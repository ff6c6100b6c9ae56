package kr.madang.stories;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the program was busy with when a page did not come: said in one line, because a log often keeps no more of a failure. */
final class Stuck {
    private static final int FRAMES = 3;

    private Stuck() {}

    /** @param kept where the stacks of all threads go, the virtual ones too */
    static String summary(HikariDataSource database, Path kept) {
        try {
            Files.createDirectories(kept.getParent());
            Files.deleteIfExists(kept);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(kept.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            return "pool " + pool(database) + "; statements " + statements(database) + "; threads "
                    + busy(Files.readString(kept));
        } catch (IOException | SQLException e) {
            return "no account of it: " + e;
        }
    }

    private static String pool(HikariDataSource database) {
        var pool = database.getHikariPoolMXBean();
        return "%d active, %d idle, %d waiting"
                .formatted(pool.getActiveConnections(), pool.getIdleConnections(), pool.getThreadsAwaitingConnection());
    }

    /** The innermost frames of the house in every thread that is in it, equal ones counted. */
    private static String busy(String dump) {
        var counted = new TreeMap<String, Integer>();
        for (var thread : dump.split("\n\n")) {
            var house = thread.lines()
                    .map(String::strip)
                    .filter(line -> line.contains("kr.madang.") && !line.contains(".stories."))
                    .limit(FRAMES)
                    .map(line -> line.replaceAll(".*kr\\.madang\\.(.*)\\(.*:(\\d+)\\).*", "$1:$2"))
                    .collect(Collectors.joining(" < "));
            if (!house.isEmpty()) counted.merge(house, 1, Integer::sum);
        }
        return counted.toString();
    }

    /** Asked over a connection beside the pool, which may be empty. */
    private static List<String> statements(HikariDataSource database) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select state, coalesce(wait_event, '-'), round(extract(epoch from now() - xact_start)), left(query, 120)
                          from pg_stat_activity
                         where pid <> pg_backend_pid() and state in ('active', 'idle in transaction')
                        """)) {
            while (rows.next())
                found.add("%s %s %ss %s"
                        .formatted(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4).replaceAll("\\s+", " ")));
        }
        return found;
    }
}
