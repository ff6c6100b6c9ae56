package kr.madang.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.Madang;
import kr.madang.kernel.cli.Command;
import kr.madang.kernel.postgres.Database;
import kr.madang.kernel.seed.DemoOffice;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The filled demo office the benches run in, on a data folder of its own, listening on a free port. */
final class Office implements AutoCloseable {
    private final Database database;
    private final ConfigurableApplicationContext rooms;

    Office(Path data) {
        this(data, true);
        room(DemoOffice.class).fill(System.err::println);
    }

    /** One without people or papers, beside the other. */
    static Office empty(String name) {
        return new Office(Path.of(System.getProperty("madang.data")).resolve(name), false);
    }

    private Office(Path data, boolean demo) {
        database = Database.open(System.getenv(), data);
        var settings = new HashMap<String, Object>(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "madang.data", data.toString(),
                "madang.demo", demo,
                "server.port", 0,
                "server.address", "127.0.0.1",
                "logging.threshold.console", "off",
                "logging.file.name", data.resolve("logs/madang.log").toString()));
        rooms = new SpringApplicationBuilder(Madang.class).properties(settings).run();
    }

    Database database() {
        return database;
    }

    <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    JdbcClient db() {
        return room(JdbcClient.class);
    }

    String address() {
        return "http://127.0.0.1:" + rooms.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Runs a verb of the command line inside the warm house and gives back what it printed. */
    String command(String verb, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = rooms.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals(verb))
                .findFirst()
                .orElseThrow()
                .run(List.of(args), new PrintStream(out, true), new PrintStream(err, true));
        if (code != 0) throw new IllegalStateException(verb + ": " + err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        rooms.close();
        database.close();
    }
}
