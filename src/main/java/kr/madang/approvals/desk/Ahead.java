package kr.madang.approvals.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads ahead of the work (앞서 읽기): one thread reads while another works on what was read, in order and never far behind. */
final class Ahead<T> implements AutoCloseable {
    private static final int BUNDLE = 500;
    private static final int MOST = 4;

    private final Consumer<T> work;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final Deque<Future<?>> underway = new ArrayDeque<>();
    private List<T> bundle = new ArrayList<>(BUNDLE);

    Ahead(Consumer<T> work) {
        this.work = work;
    }

    void take(T one) {
        bundle.add(one);
        if (bundle.size() == BUNDLE) pass();
    }

    /** Waits until everything is done. */
    void end() {
        pass();
        while (!underway.isEmpty()) await(underway.remove());
    }

    private void pass() {
        var full = bundle;
        bundle = new ArrayList<>(BUNDLE);
        underway.add(worker.submit(() -> full.forEach(work)));
        if (underway.size() > MOST) await(underway.remove());
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the reading was interrupted", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
