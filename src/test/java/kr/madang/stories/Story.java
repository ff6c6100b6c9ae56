package kr.madang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kr.madang.DemoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Someone uses the demo office in a real browser. A story opens pages with {@link #go}, signs in with {@link #signIn}, acts on
 * {@link #page}, and at each page worth it calls {@link #look}, which checks it with axe and keeps a picture, wide and on a phone.
 */
@DemoTest
public abstract class Story {
    private static final int WIDE = 1280;
    private static final int PHONE = 390;
    /** In milliseconds, for pages and for what they are to show: no story is about speed. */
    private static final int PATIENCE = 20_000;

    private static final Set<String> PRINTED =
            Set.of("landing", "report-2023", "figure-rate", "office-budget", "office-months");
    private static final Path PICTURES = Path.of("target", "stories");
    protected static final String PASSWORD = "madang-2026-open";

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private HikariDataSource database;

    /** What the browser complained about: script errors and whatever the content policy forbade. */
    protected final List<String> complaints = new ArrayList<>();

    protected Page page;
    private BrowserContext context;
    private String lastCode = "";

    @BeforeEach
    void open() {
        context = browser().newContext(options());
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page.onPageError(complaints::add);
        page.onResponse(answer -> {
            if (answer.status() >= 400 && answer.url().contains("/assets/"))
                complaints.add(answer.status() + " " + answer.url());
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) complaints.add(message.text());
        });
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /** The browser of the story, for one that needs a second window. */
    protected BrowserContext context() {
        return context;
    }

    /** Which browser; stories that need more than pages override it. */
    protected Browser browser() {
        return Chromium.get();
    }

    /** How the browser is set up; stories without JavaScript override it. */
    protected Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale("ko-KR")
                .setTimezoneId("Asia/Seoul")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(WIDE, 900);
    }

    protected Response go(String path) {
        return come(path, () -> Objects.requireNonNull(page.navigate(path)));
    }

    /** Waits for a page; one that does not come tells what the office was doing. */
    private <T> T come(String what, Supplier<T> arrival) {
        try {
            return arrival.get();
        } catch (TimeoutError late) {
            throw new AssertionError(
                    what + " did not come: "
                            + Stuck.summary(database, PICTURES.resolve("stuck-" + System.nanoTime() + ".txt")),
                    late);
        }
    }

    /** Signs in as one of the demo accounts and arrives at the desk; who came in once need not type the password again. */
    protected void signIn(String login) {
        var pass = SESSIONS.get(port + login);
        if (pass != null) {
            context.addCookies(pass);
            go("/desk");
            if (page.url().endsWith("/desk")) return;
            context.clearCookies();
        }
        typePassword(login);
        SESSIONS.put(port + login, context.cookies());
    }

    /** Signs in by the form, into a session of its own. */
    protected void typePassword(String login) {
        go("/login");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main form[action='/login'] button[type=submit]").click();
        come("the way in", () -> {
            page.waitForURL(url -> !url.contains("/login"));
            return page.url();
        });
    }

    protected void signOut() {
        page.locator(".person summary").click();
        page.locator(".person button").click();
        come("the way out", () -> {
            page.waitForURL("**/");
            return page.url();
        });
    }

    /** On the drafting form: a matter the table of delegation leaves to the chief of the section, and the line it proposes. */
    protected void decidedByTheChief() {
        page.locator("#task").selectOption("plan");
        PlaywrightAssertions.assertThat(page.locator("#decision")).containsText("과장 전결");
        page.locator("button[name=do][value=propose]").click();
        PlaywrightAssertions.assertThat(page.locator("#line-editor .approves")).containsText("홍보미디어과장");
    }

    /** A resident's one-time code in the letterbox of the demo, read in a second window. @param lastFour digits of the telephone */
    protected String code(String lastFour) {
        try (var other = context.newPage()) {
            // it comes over the line as any other message, a moment later
            for (int tries = 0; tries < 100; tries++) {
                other.navigate("/notices/letterbox");
                var cards = other.locator("section.card", new Page.LocatorOptions().setHasText(lastFour));
                var found = CODE.matcher(cards.count() == 0 ? "" : cards.first().innerText());
                // the one before may still lie on top
                if (found.find() && !found.group().equals(lastCode)) return lastCode = found.group();
                other.waitForTimeout(100);
            }
        }
        throw new AssertionError("no code came to the telephone " + lastFour);
    }

    /** Checks the page with axe, wide and on a phone, and keeps both pictures under this name. */
    protected void look(String name) {
        for (int width : new int[] {WIDE, PHONE}) {
            page.setViewportSize(width, width == WIDE ? 900 : 844);
            page.evaluate("() => { scrollTo(0, 0); return document.fonts.ready; }");
            if (width == WIDE) print(name);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(name + (width == WIDE ? "-desktop.png" : "-phone.png"))));
            axe();
            fits(width);
        }
        page.setViewportSize(WIDE, 900);
    }

    /** Pictures of the READMEs are taken anew when documents are. */
    private void print(String name) {
        if (PRINTED.contains(name) && Boolean.getBoolean("madang.update"))
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "screenshots", name + ".png")));
    }

    /** No barrier that axe can find. */
    protected void axe() {
        assertThat(Axe.barriers(page)).as("barriers on " + page.url()).isEmpty();
    }

    /** The page itself never scrolls sideways; wide tables scroll in their own frame. */
    private void fits(int width) {
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                .as("width of " + page.url())
                .isLessThanOrEqualTo(width);
    }
}
