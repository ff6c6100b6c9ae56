package kr.madang.kernel.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kr.madang.kernel.search.index.Entry;
import kr.madang.kernel.search.index.Index;
import kr.madang.kernel.search.korean.Analyser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an index anew from the database (재색인) on a thread of its own, while another one answers. One at a time. */
final class Builder {
    private static final Logger log = LoggerFactory.getLogger(Builder.class);
    private static final int SLICE = 50;
    private static final long FAREWELL = 3_000;
    private static final long REST = Duration.ofSeconds(10).toNanos();

    private final Place place;
    private final Runnable bell;
    private final AtomicReference<@Nullable Generation> made = new AtomicReference<>();
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile long restUntil = System.nanoTime();

    /** @param bell rung when one is made, or could not be */
    Builder(Place place, Runnable bell) {
        this.place = place;
        this.bell = bell;
    }

    /** Whether one is in the making, made and not taken yet, or failed so lately that the next would fail too. */
    boolean busy() {
        return thread != null || made.get() != null || System.nanoTime() - restUntil < 0;
    }

    /** What was made, until it is {@link #taken}. */
    Optional<Generation> made() {
        return Optional.ofNullable(made.get());
    }

    void taken() {
        made.set(null);
    }

    /** @param notes asked before: what changes from their floor on is followed afterwards */
    void start(Notes notes, Collection<Searchable> searchables) {
        var worker = Thread.ofPlatform().daemon().name("search-builder").unstarted(() -> {
            try {
                made.set(build(notes, searchables));
            } catch (IOException | RuntimeException e) {
                restUntil = System.nanoTime() + REST;
                if (!stopping) log.warn("색인을 만들지 못했습니다. 다시 해 봅니다.", e);
            } finally {
                thread = null;
                bell.run();
            }
        });
        thread = worker;
        worker.start();
    }

    private @Nullable Generation build(Notes notes, Collection<Searchable> searchables) throws IOException {
        var index = place.begin();
        boolean whole = false;
        try {
            var generation = new Generation(index, notes);
            for (var searchable : searchables)
                searchable.all(page -> write(index, searchable.kind(), page, generation.analyser()));
            index.show();
            generation.keepNow();
            whole = true;
            return generation;
        } catch (Stopped e) {
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!whole) index.close();
        }
    }

    private void write(Index index, String kind, List<Document> page, Analyser analyser) {
        try {
            for (int from = 0; from < page.size(); from += SLICE) {
                if (stopping) throw new Stopped();
                var slice = page.subList(from, Math.min(page.size(), from + SLICE));
                // cutting text is nearly all of the work; the processors share it
                index.put(slice.parallelStream()
                        .map(document -> Entry.of(kind, document, analyser))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is half made is thrown away. */
    void stop() throws IOException {
        stopping = true;
        join(thread);
        var fresh = made.getAndSet(null);
        if (fresh != null) fresh.index().close();
    }

    static void join(@Nullable Thread thread) {
        if (thread == null) return;
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
