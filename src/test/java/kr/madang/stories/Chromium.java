package kr.madang.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The browser of all stories: Debian's Chromium, started once. */
final class Chromium {
    /** The shell first: the same engine without the windows around it, which no story sees. */
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium-headless-shell"),
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));

    private static final class Holder {
        static final Browser BROWSER = start(PLACES);
    }

    private static final class Whole {
        static final Browser BROWSER = start(PLACES.subList(1, PLACES.size()));
    }

    private Chromium() {}

    static Browser get() {
        return Holder.BROWSER;
    }

    /** With what the shell lacks: it never lets a page show notices. */
    static Browser whole() {
        return Whole.BROWSER;
    }

    private static Browser start(List<Path> places) {
        var program = places.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (program == null) {
            return Assertions.fail(
                    "브라우저가 없어 화면 이야기를 시험할 수 없습니다. 설치: apt-get install -y chromium (Chromium is missing; install it so)");
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
