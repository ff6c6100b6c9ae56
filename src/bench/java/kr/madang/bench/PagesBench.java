package kr.madang.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Staff pages under load, signed in. Requests leave at fixed times, answered or not, and count from when they were due. */
final class PagesBench implements Bench {
    private static final int A_SECOND = 100;
    private static final int SECONDS = 20;
    private static final List<String> PAGES =
            List.of("/desk", "/desk/office/staffing", "/desk/office/budget", "/desk/report");

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
        try (var browser = StaffBrowser.signedIn(demo.office(), "chief")) {
            var results = new ArrayList<Result>();
            for (var page : PAGES) {
                if (browser.read(page) != 200) continue;
                var uri = browser.at(page);
                load(browser.client, uri, 10);
                var failed = new AtomicInteger();
                var samples = load(browser.client, uri, SECONDS, failed);
                results.add(Result.millis(page + ", p99", samples.at(0.99), 50));
                results.add(Result.plain(
                        page + ", median (failed)", "%.1f ms (%d)".formatted(samples.median(), failed.get())));
            }
            return results;
        }
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
