package kr.madang.notices.running;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import kr.madang.notices.Channel;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Outgoing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages over on one node (발송기): some holders for each line of a channel, and one more that is kept free for what is more urgent
 * than bulk. One thread watches what runs, starts what is due and ends leases that ran out.
 */
public final class Runner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Runner.class);
    private static final Duration RECOVERY = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration FAREWELL = Duration.ofMillis(1_500);

    /**
     * How a runner works.
     *
     * @param holders for each line
     * @param lease how long a chunk is somebody's
     * @param patience how long a carrier may take for what is handed in one go
     * @param look how long pauses, cancellations and urgent sends may stay unnoticed
     */
    public record Settings(int holders, Duration lease, Duration patience, Duration look) {
        public static final Settings USUAL =
                new Settings(3, Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofMillis(200));
    }

    /** What a runner needs besides the ledger; looks are taken on its own thread, a few times a second. */
    public record Plugs(
            Letters letters,
            Exits exits,
            java.util.function.Function<Integer, java.util.Optional<Outgoing>> outgoings,
            Supplier<Calendar> calendar,
            Runnable look) {}

    private final Ledger ledger;
    private final Plugs plugs;
    private final Settings settings;
    private final Clock clock;
    private final Watch watch;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final java.util.Map<Channel, AtomicInteger> holders = new java.util.EnumMap<>(Channel.class);
    private final Set<Channel> reserved = EnumSet.noneOf(Channel.class);
    private final Strikes strikes = new Strikes();
    private volatile boolean stopping;
    private @Nullable Thread watcher;

    public Runner(Ledger ledger, Plugs plugs, Settings settings, Clock clock) {
        this.ledger = ledger;
        this.plugs = plugs;
        this.settings = settings;
        this.clock = clock;
        watch = new Watch(plugs.outgoings());
        for (var channel : Channel.values()) holders.put(channel, new AtomicInteger());
    }

    public Runner start() {
        watcher = Thread.ofVirtual().name("sends-watch").start(this::watch);
        return this;
    }

    private void watch() {
        var recovered = clock.instant().minus(RECOVERY);
        while (!stopping) {
            try {
                plugs.look().run();
                watch.look(ledger.afoot());
                staff();
                var now = clock.instant();
                if (Duration.between(recovered, now).abs().compareTo(RECOVERY) >= 0) {
                    recovered = now;
                    while (!stopping && ledger.recover() > 0) watch.look(ledger.afoot());
                    // a receipt often comes before the answer to its message is written
                    while (!stopping && ledger.unpark(KEPT) > 0) Thread.onSpinWait();
                }
            } catch (RuntimeException e) {
                // the database may be away; whoever holds a lease settles it when it is back
                if (!stopping) log.warn("발송 현황을 볼 수 없습니다: {}", e.getMessage());
            }
            if (!sleep(settings.look())) return;
        }
    }

    /** Lines come and go; holders come with them and go by themselves. */
    private void staff() {
        for (var channel : Channel.values()) {
            int lines = plugs.exits().open(channel).size();
            if (lines > 0 && reserved.add(channel)) hold(channel, Lane.TRANSACTIONAL, -1);
            var many = holders.get(channel);
            while (many != null && many.get() < lines * settings.holders())
                hold(channel, Lane.BULK, many.incrementAndGet());
        }
    }

    /** @param place how many there are with it; it goes when there are fewer lines; -1 stays */
    private void hold(Channel channel, Lane last, int place) {
        var holder = new Holder(ledger, plugs, settings, clock, watch, strikes, () -> stopping);
        threads.add(Thread.ofVirtual().name("sends-holder").start(() -> {
            while (!stopping
                    && (place < 0 || place <= plugs.exits().open(channel).size() * settings.holders()))
                if (!holder.turn(channel, last) && !rest()) break;
            var many = holders.get(channel);
            if (place >= 0 && many != null) many.decrementAndGet();
            threads.remove(Thread.currentThread());
        }));
    }

    private boolean rest() {
        try {
            watch.await(settings.look().toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Ends in good order: what is in hand is settled, what was not handed waits again. Who hangs on a slow line is interrupted. */
    @Override
    public void close() {
        stopping = true;
        var watching = watcher;
        if (watching != null) watching.interrupt();
        var end = System.nanoTime() + FAREWELL.toNanos();
        for (var thread : threads) join(thread, Math.max(1, (end - System.nanoTime()) / 1_000_000));
        for (var thread : threads) thread.interrupt();
        for (var thread : threads) join(thread, FAREWELL.toMillis());
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
