package kr.madang.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actors;
import kr.madang.kernel.access.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where anything that goes wrong in a request becomes an answer. */
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
@Open
class Refusals implements ErrorController {
    private final Problems problems;
    private final ObjectProvider<Actors> actors;

    Refusals(Problems problems, ObjectProvider<Actors> actors) {
        this.problems = problems;
        this.actors = actors;
    }

    @ExceptionHandler
    @Nullable
    Object refuse(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AsyncRequestNotUsableException || response.isCommitted()) return null;
        if (isAskedToSignIn(thrown)) throw thrown;
        response.resetBuffer();
        if (thrown instanceof HttpRequestMethodNotSupportedException e && e.getSupportedHttpMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, names(e.getSupportedHttpMethods()));
        }
        return problems.answer(Troubles.of(thrown), thrown, request, request.getRequestURI());
    }

    /** What the server or the security filters refused before any handler was found. */
    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String p ? p : "/";
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer s ? s : 404;
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
        if (status == 403 && thrown == null && Typed.isSending(request)) {
            return problems.answer(Troubles.formWithoutToken(), null, request, path);
        }
        var trouble = thrown == null ? Troubles.ofStatus(HttpStatusCode.valueOf(status)) : Troubles.of(thrown);
        return problems.answer(trouble, thrown, request, path);
    }

    /** The security filters answer these themselves, by leading to the sign-in page. */
    private boolean isAskedToSignIn(Exception thrown) {
        return thrown instanceof AuthenticationException
                || (thrown instanceof AccessDeniedException
                        && actors.stream().allMatch(a -> a.current().isEmpty()));
    }

    private static String names(Set<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
