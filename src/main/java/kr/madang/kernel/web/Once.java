package kr.madang.kernel.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps a form from acting twice (이중 제출 방지). Every form carries a number; the first sending acts, a second one is led where the first
 * led, or told that it has been dealt with. A sending that was refused or failed may be sent again.
 */
@Component
class Once implements HandlerInterceptor {
    static final String PARAMETER = "_once";

    private static final String CLAIMED = Once.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int TRIES = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private record Claim(UUID token, String path, String sender) {}

    private final SubmissionStore submissions;
    private final ObjectProvider<Actors> actors;
    private final Clock clock;
    private final AtomicLong cleanAgainAt = new AtomicLong();

    Once(SubmissionStore submissions, ObjectProvider<Actors> actors, Clock clock) {
        this.submissions = submissions;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (READING.contains(request.getMethod().toUpperCase(Locale.ROOT))) return true;
        if (request.getDispatcherType() != DispatcherType.REQUEST) return true;
        var claim = claim(request);
        if (claim == null) return true;
        if (submissions.claim(claim.token, claim.path, claim.sender, clock.instant())) {
            request.setAttribute(CLAIMED, claim);
            return true;
        }
        var location = waitForTheFirst(claim);
        if (location.isEmpty()) throw Refused.conflict("kernel.once.done");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, location);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(CLAIMED) instanceof Claim claim)) return;
        request.removeAttribute(CLAIMED);
        if (failure != null || response.getStatus() >= 400) {
            submissions.release(claim.token, claim.path, claim.sender);
        } else {
            var location = Objects.requireNonNullElse(response.getHeader(HttpHeaders.LOCATION), "");
            submissions.finish(claim.token, claim.path, claim.sender, location);
            clean();
        }
    }

    private String waitForTheFirst(Claim claim) throws InterruptedException {
        for (int tried = 0; tried < TRIES; tried++) {
            var earlier = submissions.find(claim.token, claim.path, claim.sender);
            if (earlier.isEmpty()) throw Refused.conflict("kernel.once.failed");
            if (earlier.get().finished()) return earlier.get().location();
            Thread.sleep(BETWEEN_TRIES);
        }
        throw Refused.conflict("kernel.once.busy");
    }

    private @Nullable Claim claim(HttpServletRequest request) {
        var sent = request.getParameter(PARAMETER);
        if (sent == null || sent.isEmpty()) return null;
        try {
            return new Claim(UUID.fromString(sent), request.getRequestURI(), sender(request));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("kernel.once.unreadable");
        }
    }

    private String sender(HttpServletRequest request) {
        return actors.stream()
                .map(Actors::current)
                .flatMap(Optional::stream)
                .map(a -> a.id().toString())
                .findFirst()
                .orElseGet(request::getRemoteAddr);
    }

    /** Old numbers go, at most once an hour and beside the work. */
    private void clean() {
        var now = clock.instant();
        long due = cleanAgainAt.get();
        if (now.getEpochSecond() < due || !cleanAgainAt.compareAndSet(due, now.getEpochSecond() + 3600)) return;
        submissions.forgetBefore(now.minus(KEPT));
    }
}
