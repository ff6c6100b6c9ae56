package kr.madang;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.cli.Command;
import kr.madang.kernel.cli.Console;
import kr.madang.kernel.seed.DemoOffice;
import org.springframework.boot.WebApplicationType;

/**
 * A verb on the command line that needs the house but not its web pages (심부름). It works beside a running server, on the same
 * database; an office that has never been opened is opened and filled first.
 */
final class Errand {
    private static final Map<String, Object> QUIET = Map.of(
            "madang.jobs.enabled", false,
            // only the rooms the verb touches are furnished
            "spring.main.lazy-initialization", true);

    private Errand() {}

    static int run(String verb, List<String> args, PrintStream out, PrintStream err, Console console)
            throws SQLException {
        boolean production = "off".equals(System.getenv("MADANG_DEMO"));
        try (var house = House.onGround(OpeningWish.dataFolder(), production)) {
            var rooms = house.furnish(WebApplicationType.NONE, QUIET);
            var command = rooms.getBeansOfType(Command.class).values().stream()
                    .filter(candidate -> candidate.name().equals(verb))
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid("console.usage.command", verb));
            if (house.isDemo()) rooms.getBean(DemoOffice.class).fill(console::line);
            return command.run(args, out, err);
        }
    }
}
