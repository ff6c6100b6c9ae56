package kr.madang.notices.carriers.push;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages to browsers (웹 푸시 발송), each to the push service of its browser. What a service has taken is handed; whether the browser
 * showed it nobody tells, so there are no receipts. A browser that took its subscription back answers with 404 or 410 and is failed for
 * good.
 */
public final class PushCarrier implements Carrier {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final PushSettings settings;
    private final Vapid vapid;
    private final Clock clock;
    private final Semaphore turns;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public PushCarrier(PushSettings settings, Clock clock) {
        this.settings = settings;
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
        var text = text(parcel);
        if (text.length > Sealed.LONGEST) return new Answer.Rejected("long", true);
        return send(request(to, text, left, parcel.reference()));
    }

    /** What the page of the office in the browser shows. */
    private static byte[] text(Parcel parcel) {
        return JSON.writeValueAsString(Map.of("title", parcel.subject(), "body", parcel.text()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest request(Subscription to, byte[] text, Duration left, Parcel.Reference reference) {
        return HttpRequest.newBuilder(to.endpoint())
                .timeout(left.compareTo(settings.patience()) < 0 ? left : settings.patience())
                .header("TTL", Long.toString(settings.kept().toSeconds()))
                .header("Urgency", "high")
                // a second attempt takes the place of the first where the browser has not fetched that
                .header("Topic", "m%d-%d".formatted(reference.send(), reference.row()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", vapid.header(to.endpoint(), clock.instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Sealed.seal(text, to)))
                .build();
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
            case 404, 410 -> new Answer.Rejected("gone", true);
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

    @Override
    public void close() {
        http.shutdownNow();
    }
}
