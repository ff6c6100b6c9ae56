package kr.madang.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Writes the access log of handlers that show personal data: before the page is drawn, or before the handler runs where it writes its
 * answer itself. What cannot be logged is not shown.
 */
@Component
class PersonalDataLog implements HandlerInterceptor {
    private final ObjectProvider<AccessLog> log;
    private final ObjectProvider<Actors> actors;

    PersonalDataLog(ObjectProvider<AccessLog> log, ObjectProvider<Actors> actors) {
        this.log = log;
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var shown = shown(handler);
        if (shown != null && !shown.named() && !drawsPage((HandlerMethod) handler)) write(request, shown);
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var shown = shown(handler);
        if (shown == null || page == null || request.getAttribute(AccessLog.RECORDED) != null) return;
        var view = page.getViewName();
        if (view == null || !view.startsWith("redirect:")) write(request, shown);
    }

    private void write(HttpServletRequest request, PersonalData shown) {
        var actor = actors.stream().flatMap(a -> a.current().stream()).findFirst();
        actor.ifPresent(a -> log.getObject().record(a, subject(request), shown.task()));
    }

    private static @Nullable PersonalData shown(Object handler) {
        return handler instanceof HandlerMethod method ? method.getMethodAnnotation(PersonalData.class) : null;
    }

    private static boolean drawsPage(HandlerMethod method) {
        var type = method.getReturnType().getParameterType();
        boolean view = type == String.class || ModelAndView.class.isAssignableFrom(type);
        return view
                && !method.hasMethodAnnotation(ResponseBody.class)
                && !method.getBeanType()
                        .isAnnotationPresent(org.springframework.web.bind.annotation.RestController.class);
    }

    /** What the address names, such as {@code id:0190…}; a page without such a part shows a list. */
    private static String subject(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named)
                || named.isEmpty()) return "list";
        return named.entrySet().stream()
                .map(part -> part.getKey() + ":" + part.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
