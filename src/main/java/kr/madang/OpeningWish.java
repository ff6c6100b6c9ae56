package kr.madang;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How the office is to be opened, from the command line and the environment.
 *
 * @param data the data folder (자료 폴더)
 * @param production no demo office and no known password
 * @param host the address listened on; a demo office, whose password everybody knows, stays on this machine unless told otherwise
 */
record OpeningWish(Path data, int port, Optional<String> host, boolean production) {
    private static final int PORT = 8080;

    static OpeningWish read(List<String> args, Map<String, String> environment) {
        var port = environment.get("MADANG_PORT");
        var host = environment.get("MADANG_HOST");
        boolean production = "off".equals(environment.get("MADANG_DEMO"));
        for (int i = 0; i < args.size(); i++) {
            var option = args.get(i);
            switch (option) {
                case "--production" -> production = true;
                case "--port" -> port = value(args, ++i, option);
                case "--host" -> host = value(args, ++i, option);
                default -> {
                    if (!option.startsWith("--port=")) throw Refused.invalid("console.usage.option", option);
                    port = option.substring("--port=".length());
                }
            }
        }
        return new OpeningWish(dataFolder(), number(port), Optional.ofNullable(host), production);
    }

    /** Absolute, so that it stays the same folder whatever the caller's folder is. */
    static Path dataFolder() {
        return Path.of(System.getProperty("madang.data", "data"))
                .toAbsolutePath()
                .normalize();
    }

    private static String value(List<String> args, int at, String option) {
        if (at >= args.size()) throw Refused.invalid("console.usage.value", option);
        return args.get(at);
    }

    private static int number(@Nullable String port) {
        if (port == null) return PORT;
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65535)
            throw Refused.invalid("console.usage.port", port);
        return Integer.parseInt(port);
    }

    String address() {
        var shown = host.filter(h -> !h.equals("0.0.0.0") && !h.equals("::")).orElse("localhost");
        return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port + "/";
    }

    /** Where the server listens; empty means on every address. */
    Optional<String> listen(boolean demo) {
        return host.isPresent() ? host : demo ? Optional.of("127.0.0.1") : Optional.empty();
    }
}
