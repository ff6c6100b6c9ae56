package kr.madang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says what went wrong the way the asker can take it: as a page, as a fragment of one, or as a problem document. */
@Component
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    Object answer(Troubles.Trouble trouble, @Nullable Throwable thrown, HttpServletRequest request, String path) {
        var problem = problem(trouble, thrown, request, path);
        if (wantsDocument(request, path)) return document(problem, path);
        boolean fragment = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        return new ModelAndView(
                fragment ? "kernel/web/problem" : "kernel/web/error",
                Map.of("problem", problem),
                HttpStatus.valueOf(problem.status()));
    }

    private Problem problem(
            Troubles.Trouble trouble, @Nullable Throwable thrown, HttpServletRequest request, String path) {
        var incident = "";
        if (trouble.isOurs()) {
            incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("incident {}: {} {}", incident, request.getMethod(), path.replaceAll("\\p{Cntrl}", "?"), thrown);
        }
        var status = trouble.status();
        return new Problem(
                status,
                trouble.code(),
                title(trouble),
                say(trouble.code(), say("kernel.failure", ""), trouble.args().toArray()),
                incident,
                Typed.in(request));
    }

    private String title(Troubles.Trouble trouble) {
        var usual =
                say("kernel.problem." + trouble.status(), say("kernel.problem." + (trouble.isOurs() ? 500 : 400), ""));
        return say(trouble.code() + ".title", usual);
    }

    private String say(String key, String otherwise, Object... args) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, args, otherwise, LocaleContextHolder.getLocale()), otherwise);
    }

    private static ResponseEntity<ProblemDetail> document(Problem problem, String path) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(problem.status()), problem.text());
        detail.setType(URI.create(problem.code()));
        detail.setTitle(problem.title());
        detail.setInstance(URI.create(path.matches("/[\\w./~-]*") ? path : "/"));
        if (!problem.incident().isEmpty()) detail.setProperty("incident", problem.incident());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static boolean wantsDocument(HttpServletRequest request, String path) {
        var accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return path.startsWith("/api/") || (accept.contains("json") && !accept.contains("text/html"));
    }
}
