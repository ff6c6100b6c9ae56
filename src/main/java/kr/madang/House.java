package kr.madang;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;
import kr.madang.kernel.postgres.Database;
import kr.madang.kernel.seed.OfficeKind;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The house while it stands: its database, and the rooms on top of it. Taken down from the top, also on Ctrl-C. */
final class House implements AutoCloseable {
    private final Path data;
    private final Database database;
    private final OfficeKind kind;
    private volatile @Nullable ConfigurableApplicationContext rooms;

    private House(Path data, Database database, OfficeKind kind) {
        this.data = data;
        this.database = database;
        this.kind = kind;
    }

    /** Opens the database and finds out whether this is a demo office or a real one. */
    static House onGround(Path data, boolean production) {
        var database = Database.open(System.getenv(), data);
        try {
            var house = new House(data, database, kind(database, production));
            Runtime.getRuntime().addShutdownHook(new Thread(house::close, "closing"));
            return house;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** What was said at the first opening holds; only a demo office that is asked to be a real one is refused. */
    private static OfficeKind kind(Database database, boolean production) {
        try {
            var known = OfficeKind.of(source(database));
            if (production && known.equals(Optional.of(OfficeKind.DEMO)))
                throw Refused.conflict("console.office.demo", database.place());
            return known.orElse(production ? OfficeKind.PRODUCTION : OfficeKind.DEMO);
        } catch (SQLException e) {
            throw new Refused(
                    Refused.Reason.UNAVAILABLE,
                    "console.database.unreachable",
                    database.place(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static PGSimpleDataSource source(Database database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    boolean isDemo() {
        return kind == OfficeKind.DEMO;
    }

    /** Furnishes the rooms: runs the migrations and makes the beans. */
    ConfigurableApplicationContext furnish(WebApplicationType web, Map<String, Object> more) throws SQLException {
        var settings = new HashMap<String, Object>(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "madang.data", data.toString(),
                "madang.demo", isDemo(),
                "spring.main.register-shutdown-hook", false,
                "logging.file.name", data.resolve("logs/madang.log").toString(),
                "logging.threshold.console", System.getenv().getOrDefault("MADANG_LOG", "off")));
        settings.putAll(more);
        var made = new SpringApplicationBuilder(Madang.class)
                .web(web)
                .initializers(context -> rooms = context)
                .properties(settings)
                .run();
        kind.settle(source(database));
        return made;
    }

    @Override
    public void close() {
        var standing = rooms;
        // a context that is still being made cannot be closed; the database under it can, and rolls back
        if (standing != null && standing.isActive() && standing.isRunning()) standing.close();
        database.close();
    }
}
