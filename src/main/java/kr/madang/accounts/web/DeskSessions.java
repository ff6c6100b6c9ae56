package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.madang.accounts.signin.DeskAuthentication;
import kr.madang.accounts.signin.DeskSessionList;
import kr.madang.accounts.signin.Pending;
import kr.madang.accounts.signin.ReturnPath;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Opens the session of someone who has proved who they are. The visitor's old session ends with all it holds, so that a planted one is
 * worth nothing; only a form that could not be sent is carried over.
 */
@Component
class DeskSessions {
    private static final String PENDING = "madang.pending";
    private static final String PATH = "madang.pending.path";
    private static final Set<String> NOT_CARRIED = Set.of("_csrf", "_method", "_once");

    /** A form that was sent too late: where to, how, and what was typed. */
    record Unsent(String path, String method, List<Typed> fields) {}

    /** One value of a form. */
    record Typed(String name, String value) {}

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository tokens;
    private final RequestCache cache;

    DeskSessions(SecurityContextRepository contexts, CsrfTokenRepository tokens, RequestCache cache) {
        this.contexts = contexts;
        this.tokens = tokens;
        this.cache = cache;
    }

    /** @return where to go now: back to a form that could not be sent, or to {@code path} */
    String open(DeskAuthentication who, ReturnPath path, HttpServletRequest request, HttpServletResponse response) {
        var late = cache.getRequest(request, response);
        var old = request.getSession(false);
        var carried = old == null ? null : old.getAttribute(saved());
        if (old != null) old.invalidate();
        var session = request.getSession(true);
        session.setAttribute(DeskSessionList.OPENED_BY, LoginPages.visit(request));
        if (carried != null) session.setAttribute(saved(), carried);
        tokens.saveToken(null, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return late == null ? path.path() : "/login/unsent";
    }

    private static String saved() {
        return "SPRING_SECURITY_SAVED_REQUEST";
    }

    /** Keeps a half-done sign-in in a session of its own. */
    void remember(Pending pending, ReturnPath path, HttpServletRequest request) {
        if (request.getSession(false) != null) request.changeSessionId();
        var session = request.getSession(true);
        session.setAttribute(PENDING, pending);
        session.setAttribute(PATH, path.path());
    }

    Optional<Pending> pending(HttpServletRequest request) {
        return Optional.ofNullable((Pending) attribute(request, PENDING));
    }

    ReturnPath pendingPath(HttpServletRequest request) {
        return ReturnPath.of((String) attribute(request, PATH));
    }

    private static @Nullable Object attribute(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        return session == null ? null : session.getAttribute(name);
    }

    /** The form that could not be sent, told once; empty when there is none for the desk. */
    Optional<Unsent> unsent(HttpServletRequest request, HttpServletResponse response) {
        var late = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        return Optional.ofNullable(late).flatMap(DeskSessions::form);
    }

    private static Optional<Unsent> form(SavedRequest late) {
        var path = java.net.URI.create(late.getRedirectUrl()).getRawPath();
        if (!ReturnPath.of(path).path().equals(path)) return Optional.empty();
        var fields = new ArrayList<Typed>();
        for (Map.Entry<String, String[]> sent : late.getParameterMap().entrySet())
            if (!NOT_CARRIED.contains(sent.getKey()) && !isSecret(sent.getKey()))
                for (var value : sent.getValue()) fields.add(new Typed(sent.getKey(), value));
        return Optional.of(new Unsent(path, late.getMethod().toLowerCase(java.util.Locale.ROOT), fields));
    }

    static boolean isSecret(String field) {
        return field.contains("password") || field.contains("code");
    }
}
