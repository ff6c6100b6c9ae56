package kr.madang.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Staff pages under load, signed in. Requests leave at fixed times, answered or not, and count from when they were due. */
final class PagesBench implements Bench {
    private static final int A_SECOND = 100;
    private static final int SECONDS = 20;
    private static final List<String> PAGES =
            List.of("/desk", "/desk/office/staffing", "/desk/office/budget", "/desk/report");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String goal() {
        return "Staff pages, signed in, %d requests a second for %d s, open loop (a late answer delays no request; time counts from when the request was due). Client and server share the machine."
                .formatted(A_SECOND, SECONDS);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            signIn(browser, office.address());
            var results = new ArrayList<Result>();
            for (var page : PAGES) {
                var uri = URI.create(office.address() + page);
                if (browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        != 200) continue;
                load(browser, uri, 10);
                var failed = new AtomicInteger();
                var samples = load(browser, uri, SECONDS, failed);
                results.add(Result.millis(page + ", p99", samples.at(0.99), 50));
                results.add(Result.plain(
                        page + ", median (failed)", "%.1f ms (%d)".formatted(samples.median(), failed.get())));
            }
            return results;
        }
    }

    private static void signIn(HttpClient browser, String address) throws Exception {
        var form = browser.send(
                HttpRequest.newBuilder(URI.create(address + "/login")).build(), HttpResponse.BodyHandlers.ofString());
        var token = TOKEN.matcher(form.body());
        if (!token.find()) throw new IllegalStateException("no sign-in form");
        var body = "login=chief&password=" + encode("madang-2026-open") + "&_csrf=" + encode(token.group(1));
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(address + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() >= 400) throw new IllegalStateException("sign-in: " + answer.statusCode());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Samples load(HttpClient browser, URI uri, int seconds) throws Exception {
        return load(browser, uri, seconds, new AtomicInteger());
    }

    private static Samples load(HttpClient browser, URI uri, int seconds, AtomicInteger failed) throws Exception {
        int requests = A_SECOND * seconds;
        var millis = new double[requests];
        var answered = new CountDownLatch(requests);
        long start = System.nanoTime() + 100_000_000;
        for (int i = 0; i < requests; i++) {
            long due = start + i * 1_000_000_000L / A_SECOND;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            int at = i;
            browser.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .whenComplete((answer, problem) -> {
                        millis[at] = (System.nanoTime() - due) / 1e6;
                        if (problem != null || answer.statusCode() != 200) failed.incrementAndGet();
                        answered.countDown();
                    });
        }
        answered.await();
        return new Samples(millis);
    }
}
