package kr.madang.notices.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.OwnProof;
import kr.madang.notices.api.ApiCalls;
import kr.madang.notices.api.ApiKey;
import kr.madang.notices.api.ApiKeys;
import kr.madang.notices.api.Quotas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before the interface (연계 출입구): lets in by key, counts the call against the minute, and records each call with its key when it
 * is over. A session opens nothing here, and a key nothing elsewhere.
 */
@Component
class CallGate implements HandlerInterceptor, WebMvcConfigurer, OwnProof {
    static final String PATH = "/api/notices/v1";
    static final String KEY = "kr.madang.notices.web.api.key";
    static final String MESSAGES = "kr.madang.notices.web.api.messages";
    private static final String BEGAN = "kr.madang.notices.web.api.began";
    private static final String SCHEME = "bearer ";
    private static final long LARGEST = 1024 * 1024;

    private final ApiKeys keys;
    private final Quotas quotas;
    private final ApiCalls calls;

    CallGate(ApiKeys keys, Quotas quotas, ApiCalls calls) {
        this.keys = keys;
        this.quotas = quotas;
        this.calls = calls;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PATH + "/**");
    }

    @Override
    public List<String> paths() {
        return List.of(PATH + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != jakarta.servlet.DispatcherType.REQUEST) return true;
        request.setAttribute(BEGAN, System.nanoTime());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var key = enter(request, response);
        request.setAttribute(KEY, key);
        try {
            count(key, response);
            small(request);
        } catch (Refused refused) {
            // nobody calls the end of what was never begun
            record(key, request, refused.reason().status());
            throw refused;
        }
        return true;
    }

    private ApiKey enter(HttpServletRequest request, HttpServletResponse response) {
        try {
            return keys.enter(token(request));
        } catch (Refused refused) {
            if (refused.reason() == Refused.Reason.UNAUTHENTICATED)
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            throw refused;
        }
    }

    private static String token(HttpServletRequest request) {
        var header = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        return header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? header.substring(SCHEME.length()).strip()
                : "";
    }

    private void count(ApiKey key, HttpServletResponse response) {
        var minute = quotas.call(key);
        response.setHeader("RateLimit-Limit", Integer.toString(minute.limit()));
        response.setHeader("RateLimit-Remaining", Integer.toString(Math.max(0, minute.left())));
        response.setHeader("RateLimit-Reset", Long.toString(minute.seconds()));
        if (!minute.over()) return;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(minute.seconds()));
        throw new Refused(Refused.Reason.TOO_MANY, "notices.api.minute", minute.limit(), minute.seconds());
    }

    /** A hundred messages are far smaller; who does not say how much he sends is not read. */
    private static void small(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) return;
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LARGEST)
            throw new Refused(Refused.Reason.TOO_LARGE, "notices.api.large");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(KEY) instanceof ApiKey key) record(key, request, response.getStatus());
    }

    private void record(ApiKey key, HttpServletRequest request, int status) {
        long took = request.getAttribute(BEGAN) instanceof Long began ? System.nanoTime() - began : 0;
        int messages = request.getAttribute(MESSAGES) instanceof Integer n ? n : 0;
        var path = request.getRequestURI().replaceAll("[^\\x21-\\x7e]", "?");
        calls.record(key.id(), request.getMethod(), path, status, Duration.ofNanos(took), messages);
        request.removeAttribute(KEY);
    }
}
