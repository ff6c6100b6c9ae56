package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import kr.madang.kernel.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Leads a visitor who must sign in to the login page and remembers where they wanted to go; programs get 401 in words. */
@Component
class Door implements SignIn, AuthenticationEntryPoint {
    private final RequestCache unsent;
    private final MessageSource words;

    Door(RequestCache unsent, MessageSource words) {
        this.unsent = unsent;
        this.words = words;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        ask(request, response);
    }

    @Override
    public void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isProgram(request)) {
            problem(response, 401, "accounts.signin.needed");
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", login(pathOf(request.getHeader("HX-Current-URL"))));
            response.setStatus(401);
        } else if (Set.of("GET", "HEAD").contains(request.getMethod())) {
            var query = request.getQueryString();
            response.sendRedirect(login(request.getRequestURI() + (query == null ? "" : "?" + query)));
        } else {
            unsent.saveRequest(request, response);
            response.sendRedirect("/login?unsent");
        }
    }

    /** Answers a program in {@code application/problem+json}. */
    void problem(HttpServletResponse response, int status, String code) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (status == 401) response.setHeader("WWW-Authenticate", "Session");
        response.getWriter()
                .write("{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d}".formatted(code, sentence(code), status));
    }

    private String sentence(String code) {
        Locale locale = LocaleContextHolder.getLocale();
        return java.util.Objects.requireNonNullElse(words.getMessage(code, null, code, locale), code)
                .replace("\"", "'");
    }

    static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private static String login(String next) {
        return "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static String pathOf(@Nullable String url) {
        try {
            var uri = URI.create(url == null ? "/desk" : url);
            return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException e) {
            return "/desk";
        }
    }
}
