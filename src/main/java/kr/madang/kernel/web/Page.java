package kr.madang.kernel.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template knows without being told: the words of the reader's language, who is signed in, the menus, the path and the
 * token forms must carry. A template asks for it with {@code @param kr.madang.kernel.web.Page page}.
 *
 * @param query the query string of the request without {@code ?}; empty when none
 * @param menu what this person may see, public pages included, in order
 * @param csrf read only when a form is written, because reading it opens a session
 * @param notice a sentence to show once, left by the request before; null when none
 * @param idle how long a sign-in lasts without a page
 * @param assets the version of the style sheet and scripts
 * @param strips what rooms say on every page, the most pressing first
 */
public record Page(
        MessageSource messages,
        Locale locale,
        String path,
        String query,
        @Nullable Actor actorOrNull,
        List<Menu.Item> menu,
        @Nullable CsrfToken csrf,
        @Nullable String notice,
        boolean demo,
        Duration idle,
        String assets,
        List<Banner.Strip> strips) {

    /** The pages of one room in the desk menu. */
    public record Room(String name, String title, List<Menu.Item> items) {}

    public Optional<Actor> actor() {
        return Optional.ofNullable(actorOrNull);
    }

    /** The words of a message key in the reader's language; the key itself when nobody has written them. */
    public String t(String key, Object... args) {
        return Objects.requireNonNullElse(messages.getMessage(key, args, key, locale), key);
    }

    public boolean may(String room, Level level) {
        return actorOrNull != null && actorOrNull.may(room, level);
    }

    public String csrfName() {
        return csrf == null ? "_csrf" : csrf.getParameterName();
    }

    public String csrfToken() {
        return csrf == null ? "" : csrf.getToken();
    }

    /** A new number for one form, so that sending it twice acts once. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    public String asset(String file) {
        return "/assets/" + file + "?v=" + assets;
    }

    /** The team of the person at the desk; empty when they have none or it is not a team of the section. */
    public String team() {
        if (actorOrNull == null || actorOrNull.team().isEmpty()) return "";
        return Objects.requireNonNullElse(
                messages.getMessage("kernel.team." + actorOrNull.team(), new Object[0], "", locale), "");
    }

    /** The desk menu, grouped by room in the order of each room's first page. */
    public List<Room> rooms() {
        var byRoom = menu.stream()
                .filter(i -> i.path().startsWith("/desk"))
                .collect(Collectors.groupingBy(Menu.Item::room, LinkedHashMap::new, Collectors.toList()));
        return byRoom.entrySet().stream()
                .map(e -> new Room(e.getKey(), t(e.getKey() + ".room"), e.getValue()))
                .toList();
    }

    public List<Menu.Item> publicMenu() {
        return menu.stream().filter(Menu.Item::isPublic).toList();
    }

    /** Whether the page shown is this item of the menu, or lies below it and below no other. */
    public boolean isHere(Menu.Item item) {
        return menu.stream()
                .filter(i -> path.equals(i.path()) || path.startsWith(i.path() + "/"))
                .max(Comparator.comparingInt(i -> i.path().length()))
                .filter(item::equals)
                .isPresent();
    }

    /** Where this page is in another language. */
    public String language(String tag) {
        var here = query.isEmpty() ? path : path + "?" + query;
        return "/language/" + tag + "?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }
}
