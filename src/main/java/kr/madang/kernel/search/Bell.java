package kr.madang.kernel.search;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What the follower waits for between its turns (알림종): the time, whoever rings, and the end. */
final class Bell {
    private final Semaphore rung = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    /** Somebody changed something, or waits. */
    void ring() {
        if (rung.availablePermits() == 0) rung.release();
    }

    /** Nobody waits here any more. */
    void end() {
        end.countDown();
        ring();
    }

    /** Until somebody rings, at most so long. */
    void rest(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) rung.drainPermits();
    }

    /** So long whoever rings, but not beyond the end. */
    void sleep(long millis) throws InterruptedException {
        end.await(millis, TimeUnit.MILLISECONDS);
    }
}
