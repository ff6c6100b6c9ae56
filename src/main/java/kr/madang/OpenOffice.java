package kr.madang;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.cli.Console;
import kr.madang.kernel.seed.DemoGuide;
import kr.madang.kernel.seed.DemoOffice;
import org.springframework.boot.WebApplicationType;

/** {@code ./madang run}: the office opens in the browser (사무실 열기) and stays open until Ctrl-C. */
final class OpenOffice {
    private final Console console;
    private final OpeningWish wish;

    private OpenOffice(Console console, OpeningWish wish) {
        this.console = console;
        this.wish = wish;
    }

    static void run(List<String> args, Console console) throws IOException, SQLException {
        new OpenOffice(console, OpeningWish.read(args, System.getenv())).open();
    }

    private void open() throws IOException, SQLException {
        long start = System.nanoTime();
        Claim.take(wish.data(), wish.address());
        checkPort();
        console.say("console.office.database");
        var house = House.onGround(wish.data(), wish.production());
        console.say("console.office.starting");
        var rooms = house.furnish(WebApplicationType.SERVLET, settings(house));
        var demo = rooms.getBean(DemoOffice.class);
        if (house.isDemo()) demo.fill(console::line);
        console.line("");
        console.say("console.office.open", wish.address(), "%.1f".formatted((System.nanoTime() - start) / 1e9));
        if (house.isDemo()) introduce(rooms.getBeansOfType(DemoGuide.class).values());
        console.say("console.office.stop");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> console.say("console.office.closing"), "farewell"));
    }

    /** Whom one may sign in as; said at every opening, since the demo password is no secret. */
    private void introduce(Collection<DemoGuide> guides) {
        for (var guide : guides) {
            if (guide.accounts().isEmpty()) continue;
            console.say("console.office.accounts", guide.password());
            for (var account : guide.accounts())
                console.line("  %-10s %s — %s"
                        .formatted(account.login(), console.words(account.who()), console.words(account.may())));
        }
    }

    private Map<String, Object> settings(House house) {
        var settings = new HashMap<String, Object>();
        settings.put("server.port", wish.port());
        wish.listen(house.isDemo()).ifPresent(host -> settings.put("server.address", host));
        return settings;
    }

    private void checkPort() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(wish.port()));
        } catch (IOException e) {
            throw Refused.conflict("console.office.port", wish.port());
        }
    }
}
