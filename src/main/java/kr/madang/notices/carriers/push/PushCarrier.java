package kr.madang.notices.carriers.push;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages to browsers (웹 푸시 발송), each to the push service of its browser. What a service has taken is handed; whether the browser
 * showed it nobody tells, so there are no receipts. A browser that took its subscription back answers with 404 or 410 and is failed for
 * good.
 */
public final class PushCarrier implements Carrier {
    private static final Logger log = LoggerFactory.getLogger(PushCarrier.class);
    private static final Answer GONE = new Answer.Rejected("gone", true);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final PushSettings settings;
    private final Vapid vapid;
    private final Gone gone;
    private final Clock clock;
    private final Semaphore turns;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public PushCarrier(PushSettings settings, Gone gone, Clock clock) {
        this.settings = settings;
        this.gone = gone;
        this.clock = clock;
        vapid = new Vapid(settings.subject(), settings.keys());
        turns = new Semaphore(settings.atOnce());
    }

    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var under = new ArrayList<Future<Answer>>(parcels.size());
            for (var parcel : parcels) under.add(threads.submit(() -> inTurn(parcel, until)));
            return under.stream().map(PushCarrier::answer).toList();
        }
    }

    /** An interrupted sender does not know what became of those under way. */
    private static Answer answer(Future<Answer> under) {
        try {
            return under.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        } catch (ExecutionException e) {
            return new Answer.Unknown("failure");
        }
    }

    private Answer inTurn(Parcel parcel, Instant until) throws InterruptedException {
        turns.acquire();
        try {
            var left = Duration.between(clock.instant(), until);
            return left.isPositive() ? hand(parcel, left) : new Answer.Unsent("no time left");
        } finally {
            turns.release();
        }
    }

    private Answer hand(Parcel parcel, Duration left) throws InterruptedException {
        Subscription to;
        try {
            to = Subscription.of(parcel.to());
        } catch (IllegalArgumentException e) {
            return new Answer.Rejected("no subscription", true);
        }
        if (!settings.knows(to.endpoint())) return new Answer.Rejected("no push service", true);
        var text = Shown.of(parcel, settings.site());
        if (text.length > Sealed.LONGEST) return new Answer.Rejected("long", true);
        var answer = send(request(to, text, left, parcel));
        if (answer.equals(GONE)) tell(to);
        return answer;
    }

    /** That nobody could write it down changes nothing of the answer; the next message is told the same. */
    private void tell(Subscription to) {
        try {
            gone.gone(to);
        } catch (RuntimeException e) {
            log.warn("끊어진 브라우저 구독을 적지 못했습니다: {}", e.getMessage());
        }
    }

    private HttpRequest request(Subscription to, byte[] text, Duration left, Parcel parcel) {
        var kept = parcel.urgent() ? least(settings.kept(), PushSettings.URGENT) : settings.kept();
        return HttpRequest.newBuilder(to.endpoint())
                .timeout(least(left, settings.patience()))
                .header("TTL", Long.toString(kept.toSeconds()))
                .header("Urgency", parcel.urgent() ? "high" : "normal")
                // a second attempt takes the place of the first where the browser has not fetched that
                .header(
                        "Topic",
                        "m%d-%d"
                                .formatted(
                                        parcel.reference().send(),
                                        parcel.reference().row()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", vapid.header(to.endpoint(), clock.instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Sealed.seal(text, to)))
                .build();
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.discarding()));
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
            return new Answer.Unsent("cannot be reached");
        } catch (IOException e) {
            return new Answer.Unknown("no answer");
        }
    }

    private static Answer answer(HttpResponse<Void> response) {
        int status = response.statusCode();
        return switch (status) {
            case 404, 410 -> GONE;
            case 413 -> new Answer.Rejected("long", true);
            case 429 -> new Answer.Throttled("HTTP 429");
            default -> {
                if (status >= 200 && status < 300)
                    yield new Answer.Handed(
                            response.headers().firstValue("Location").orElse(""));
                yield status >= 300 && status < 500
                        ? new Answer.Rejected("HTTP " + status, false)
                        : new Answer.Unknown("HTTP " + status);
            }
        };
    }

    /** Every browser may have another service; that one of them is away is told for its messages alone. */
    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    /** Whether any of the services can be reached from here; nobody is written to. */
    @Override
    public Optional<String> tryOut(Duration patience) {
        boolean reached = settings.services().stream()
                .filter(service -> !service.contains("*"))
                .anyMatch(service -> reaches(URI.create(service + "/"), patience));
        return reached ? Optional.empty() : Optional.of("cannot be reached");
    }

    private boolean reaches(URI service, Duration patience) {
        var request = HttpRequest.newBuilder(service).timeout(patience).GET().build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
