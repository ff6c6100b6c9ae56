package kr.madang.kernel.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What every template knows without being told: the words of the reader's language, who is signed in, the menus, the path and the
 * token forms must carry. A template asks for it with {@code @param kr.madang.kernel.web.Page page}.
 *
 * @param query the query string of the request without {@code ?}; empty when none
 * @param notice a sentence to show once, left by the request before; null when none
 */
public record Page(
        MessageSource messages,
        Locale locale,
        String path,
        String query,
        @Nullable Actor actorOrNull,
        List<Menu.Item> menu,
        String csrfName,
        String csrfToken,
        @Nullable String notice,
        boolean demo) {

    public Optional<Actor> actor() {
        return Optional.ofNullable(actorOrNull);
    }

    /** The words of a message key in the reader's language; the key itself when nobody has written them. */
    public String t(String key, Object... args) {
        return java.util.Objects.requireNonNullElse(messages.getMessage(key, args, key, locale), key);
    }

    public boolean may(String room, Level level) {
        return actorOrNull != null && actorOrNull.may(room, level);
    }
}
