package kr.madang.kernel.trail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Links committed entries into the chain. Writers never wait for it: after their commit it runs on a thread of its own, one at a time in
 * the whole office, and takes everything that waits.
 */
final class Sealer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 2_000;
    /** How long entries are gathered: a busy office commits hundreds of times a second and is sealed a few times. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private final TrailStore store;
    private final Links links;
    private final Anchors anchors;
    private final TransactionOperations transaction;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ReentrantLock turn = new ReentrantLock();
    private final Wish wish = new Wish();
    private volatile boolean running;

    /** @param transaction one of its own, whatever the caller's */
    Sealer(TrailStore store, Links links, Anchors anchors, TransactionOperations transaction) {
        this.store = store;
        this.links = links;
        this.anchors = anchors;
        this.transaction = transaction;
    }

    void sealAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive() || !running) return;
        // the same object, so that many entries of one transaction are one wish
        TransactionSynchronizationManager.registerSynchronization(wish);
    }

    private final class Wish implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            // many commits, one run: whoever finds the wish already made leaves
            if (running && wanted.compareAndSet(false, true)) Thread.startVirtualThread(Sealer.this::sealQuietly);
        }
    }

    private void sealQuietly() {
        try {
            Thread.sleep(GATHER);
            wanted.set(false);
            if (running) seal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // nothing is lost: the entries wait for the next run
            if (running) log.warn("감사기록을 봉인하지 못했습니다. 다음 차례에 다시 합니다.", e);
        }
    }

    /** Seals everything that waits; 0 when another node is at it. @return entries sealed */
    long seal() {
        turn.lock();
        try {
            long done = 0;
            while (true) {
                var batch = transaction.execute(status -> sealBatch());
                if (batch == null || batch.isEmpty()) return done;
                done += batch.size();
                anchor(batch.getLast());
                if (batch.size() < BATCH) return done;
            }
        } finally {
            turn.unlock();
        }
    }

    private void anchor(TrailStore.Seal head) {
        try {
            anchors.advance(head);
        } catch (java.io.UncheckedIOException e) {
            log.error("감사기록의 닻을 적지 못했습니다. 디스크를 확인하십시오.", e);
        }
    }

    private ArrayList<TrailStore.Seal> sealBatch() {
        var seals = new ArrayList<TrailStore.Seal>();
        if (!store.tryLock()) return seals;
        var head = store.head();
        long seq = head.map(TrailStore.Seal::seq).orElse(0L);
        var chain = head.map(TrailStore.Seal::chain).orElse(Links.BEGINNING);
        for (var waiting : store.take(BATCH)) {
            seq++;
            chain = links.chain(chain, seq, waiting.mac());
            seals.add(new TrailStore.Seal(seq, waiting.entry().id(), chain));
        }
        if (!seals.isEmpty()) store.insert(seals);
        return seals;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Waits for a run in progress, so that the pool is not taken from under it. */
    @Override
    public void stop() {
        running = false;
        turn.lock();
        turn.unlock();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
