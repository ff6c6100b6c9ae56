package kr.madang.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Actors;
import kr.madang.kernel.menu.Menu;
import kr.madang.kernel.seed.DemoOffice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Page} of a request, without asking the database: a page pays only for what it shows itself. */
@Component
class Frame {
    /** The version of the style sheet and scripts. */
    static final String VERSION = version();

    private static final long RECHECK = Duration.ofSeconds(5).toNanos();

    private final MessageSource messages;
    private final List<Menu> menus;
    private final List<Banner> banners;
    private final ObjectProvider<Actors> actors;
    private final DemoOffice demo;
    private final Duration idle;
    private volatile boolean isDemo;
    private volatile long checkAgainAt = System.nanoTime();

    Frame(
            MessageSource messages,
            List<Menu> menus,
            List<Banner> banners,
            ObjectProvider<Actors> actors,
            DemoOffice demo,
            @Value("${spring.session.timeout}") Duration idle) {
        this.messages = messages;
        this.menus = menus;
        this.banners = banners;
        this.actors = actors;
        this.demo = demo;
        this.idle = idle;
    }

    Page page(HttpServletRequest request) {
        var actor =
                actors.stream().flatMap(a -> a.current().stream()).findFirst().orElse(null);
        var flash = RequestContextUtils.getInputFlashMap(request);
        var notice = flash == null ? null : (String) flash.get("notice");
        return page(
                request,
                actor,
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                notice,
                isDemo(),
                strips(actor));
    }

    /** The page of someone unknown, for when even finding out who asks has failed. */
    Page bare(HttpServletRequest request) {
        return page(request, null, null, null, false, List.of());
    }

    private Page page(
            HttpServletRequest request,
            @Nullable Actor actor,
            @Nullable CsrfToken csrf,
            @Nullable String notice,
            boolean isDemo,
            List<Banner.Strip> strips) {
        var items = menus.stream()
                .flatMap(m -> m.items().stream())
                .filter(i -> i.isFor(actor))
                .sorted(Comparator.comparingInt(Menu.Item::order))
                .toList();
        return new Page(
                messages,
                LocaleContextHolder.getLocale(),
                path(request),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                actor,
                items,
                csrf,
                notice,
                isDemo,
                idle,
                VERSION,
                strips);
    }

    private List<Banner.Strip> strips(@Nullable Actor actor) {
        return banners.stream()
                .flatMap(b -> b.strips(actor != null).stream())
                .sorted(Comparator.comparingInt(Banner.Strip::order))
                .toList();
    }

    /** What was asked for, also when the server itself has turned to the error page. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    /** A demo office stays one; whether a house became one is looked up every few seconds. */
    private boolean isDemo() {
        if (!isDemo && System.nanoTime() - checkAgainAt >= 0) {
            checkAgainAt = System.nanoTime() + RECHECK;
            isDemo = demo.exists();
        }
        return isDemo;
    }

    private static String version() {
        try (var in = Frame.class.getResourceAsStream("/static/assets/version.txt")) {
            if (in == null) return "none";
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "none";
        }
    }
}
