package kr.madang.kernel.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.madang.kernel.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every handler and lets in whom its {@link Declaration} allows; a handler that declares nothing serves no one. */
@Component
class Guard implements HandlerInterceptor {
    private final ObjectProvider<Actors> actors;
    private final ObjectProvider<SignIn> signIn;

    Guard(ObjectProvider<Actors> actors, ObjectProvider<SignIn> signIn) {
        this.actors = actors;
        this.signIn = signIn;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        if (!(handler instanceof HandlerMethod method) || isErrorPage(request, method)) return true;
        var declared = Declaration.of(method);
        var actor =
                actors.stream().flatMap(a -> a.current().stream()).findFirst().orElse(null);
        if (declared.isPresent() && declared.get().allows(actor)) return true;
        if (actor == null && declared.isPresent()) {
            signIn.getObject().ask(request, response);
            return false;
        }
        throw new Refused(Refused.Reason.FORBIDDEN, "kernel.access.forbidden");
    }

    private static boolean isErrorPage(HttpServletRequest request, HandlerMethod method) {
        return request.getDispatcherType() == DispatcherType.ERROR
                && ErrorController.class.isAssignableFrom(method.getBeanType());
    }
}
