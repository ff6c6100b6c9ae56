package kr.madang.kernel.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings every room's schema up to date, each from its own folder and with its own history: first the ground, then the kernel, then the
 * rooms, which never refer to each other's tables. Spring Modulith offers the same, but reads every class of the house at each start to
 * find the rooms; their folders tell as much.
 */
@Component
class RoomMigrations implements FlywayMigrationStrategy {
    private static final String GROUND = "__root";
    private static final String KERNEL = "kernel";
    private static final Pattern ROOM = Pattern.compile(".*/db/migration/([a-z_]+)/[^/]+\\.sql$");

    @Override
    public void migrate(Flyway flyway) {
        var histories = flyway.getConfiguration().getTable();
        for (var room : rooms())
            Flyway.configure(flyway.getConfiguration().getClassLoader())
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + room)
                    .table(room.equals(GROUND) ? histories : histories + "_" + room)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
    }

    static List<String> rooms() {
        var found = new TreeSet<String>();
        try {
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                var room = ROOM.matcher(script.getURL().toString());
                if (room.matches()) found.add(room.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var order = new ArrayList<>(List.of(GROUND, KERNEL));
        found.stream().filter(room -> !order.contains(room)).forEach(order::add);
        return order;
    }
}
