package kr.madang.notices.carriers.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;

/**
 * Messages through a relay over HTTP (발송 중계). A request whose fate is open, by a time-out, a lost line, an error of the relay or an
 * answer nobody can read, leaves its messages unknown; the relay is asked for them afterwards. Redirects are not followed: residents'
 * numbers go to the address of the contract and nowhere else.
 */
public final class HttpCarrier implements Carrier {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(5);

    /** Why it cannot be reached, believed for a while. */
    private record Trouble(String why, Instant until) {}

    private final HttpSettings settings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile Optional<Trouble> trouble = Optional.empty();

    public HttpCarrier(HttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        var answers = new ArrayList<Answer>(parcels.size());
        for (int from = 0; from < parcels.size(); from += settings.bundle())
            answers.addAll(bundle(parcels.subList(from, Math.min(parcels.size(), from + settings.bundle())), until));
        return answers;
    }

    private List<Answer> bundle(List<Parcel> parcels, Instant until) {
        var left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) return all(parcels, new Answer.Unsent("no time left"));
        var request = request("messages", left)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key(parcels))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Wording.messages(parcels)))
                .build();
        try {
            var response = send(request);
            trouble = Optional.empty();
            return answers(response, parcels);
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
            trouble =
                    Optional.of(new Trouble("cannot be reached", clock.instant().plus(REST)));
            return all(parcels, new Answer.Unsent("cannot be reached"));
        } catch (HttpTimeoutException e) {
            return all(parcels, new Answer.Unknown("no answer in time"));
        } catch (IOException e) {
            return all(parcels, new Answer.Unknown("line lost"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return all(parcels, new Answer.Unknown("interrupted"));
        }
    }

    /** The same messages have the same key, however often they come. */
    private static String key(List<Parcel> parcels) {
        var names = parcels.stream().map(p -> p.reference().name()).collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private HttpRequest.Builder request(String path, Duration left) {
        return HttpRequest.newBuilder(settings.address().resolve(path))
                .timeout(left.compareTo(settings.patience()) < 0 ? left : settings.patience())
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + settings.key());
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
    }

    /** 4xx and redirects say that the request was not taken; 5xx says nothing at all. */
    private static List<Answer> answers(HttpResponse<byte[]> response, List<Parcel> parcels) {
        int status = response.statusCode();
        if (status == 429) return all(parcels, new Answer.Throttled("HTTP 429"));
        if (status >= 300 && status < 500 && status != 408)
            return all(parcels, new Answer.Rejected("HTTP " + status, false));
        if (status < 200 || status >= 300) return all(parcels, new Answer.Unknown("HTTP " + status));
        var told = Wording.answers(response.body());
        return parcels.stream()
                .map(p -> told.getOrDefault(p.reference().name(), new Answer.Unknown("not in the answer")))
                .toList();
    }

    private static List<Answer> all(List<Parcel> parcels, Answer answer) {
        return Collections.nCopies(parcels.size(), answer);
    }

    // ------------------------------------------------------------------ asking

    /** Only a relay that names the reference has answered; a 404 of whatever stands before it has not. */
    @Override
    public Optional<Answer> ask(Parcel.Reference reference) {
        try {
            var response = send(request("messages/" + reference.name(), settings.patience())
                    .GET()
                    .build());
            if (response.statusCode() != 200 && response.statusCode() != 404) return Optional.empty();
            return Optional.ofNullable(Wording.answer(response.body()).get(reference.name()))
                    .filter(Answer::certain)
                    .filter(answer -> answer instanceof Answer.NotReceived == (response.statusCode() == 404));
        } catch (IOException | UnresolvedAddressException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public boolean authoritative() {
        return settings.authoritative();
    }

    @Override
    public Optional<String> trouble() {
        return trouble.filter(t -> clock.instant().isBefore(t.until())).map(Trouble::why);
    }

    /** Any answer but a refusal of the key shows that messages would be taken; what is asked for does not exist. */
    @Override
    public Optional<String> tryOut(Duration patience) {
        try {
            int status = send(request("messages/trial", patience).GET().build()).statusCode();
            boolean works = status == 200 || status == 404;
            return works ? Optional.empty() : Optional.of("HTTP " + status);
        } catch (IOException | UnresolvedAddressException e) {
            return Optional.of("cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
