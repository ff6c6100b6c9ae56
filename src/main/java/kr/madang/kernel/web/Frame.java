package kr.madang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import kr.madang.kernel.access.Actors;
import kr.madang.kernel.menu.Menu;
import kr.madang.kernel.seed.DemoOffice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Page} of a request. */
@Component
class Frame {
    private final MessageSource messages;
    private final List<Menu> menus;
    private final ObjectProvider<Actors> actors;
    private final DemoOffice demo;

    Frame(MessageSource messages, List<Menu> menus, ObjectProvider<Actors> actors, DemoOffice demo) {
        this.messages = messages;
        this.menus = menus;
        this.actors = actors;
        this.demo = demo;
    }

    Page page(HttpServletRequest request) {
        var actor =
                actors.stream().flatMap(a -> a.current().stream()).findFirst().orElse(null);
        var items = menus.stream()
                .flatMap(m -> m.items().stream())
                .filter(i -> i.isPublic() || (actor != null && actor.may(i.room(), i.level())))
                .sorted(Comparator.comparingInt(Menu.Item::order))
                .toList();
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var flash = RequestContextUtils.getInputFlashMap(request);
        var notice = flash == null ? null : (String) flash.get("notice");
        return new Page(
                messages,
                LocaleContextHolder.getLocale(),
                request.getRequestURI(),
                java.util.Objects.requireNonNullElse(request.getQueryString(), ""),
                actor,
                items,
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                notice,
                demo.exists());
    }
}
