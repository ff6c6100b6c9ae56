package kr.madang.notices.lines;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/**
 * Opens the lines on this node and keeps them as the office wants them (연결 유지). Every two seconds it looks what is switched on, opens
 * anew what was changed, and writes down how this node finds its ends. Commands open the house without its web pages; no line is
 * opened there.
 */
@Component
class LineKeeper implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LineKeeper.class);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration HAND_OVER = Duration.ofSeconds(60);

    private final LineStore store;
    private final LineStates states;
    private final Openings openings;
    private final Phone phone;
    private final Ledger ledger;
    private final Clock clock;
    private final boolean serving;
    private final Map<Integer, OpenLine> open = new ConcurrentSkipListMap<>();
    private final Set<Integer> broken = ConcurrentHashMap.newKeySet();
    private volatile List<StoredLine> lines = List.of();
    private volatile Map<Channel, Integer> pins = Map.of();
    private @Nullable ScheduledExecutorService rounds;

    LineKeeper(
            LineStore store,
            LineStates states,
            Openings openings,
            Phone phone,
            Ledger ledger,
            Clock clock,
            ApplicationContext context,
            @Value("${madang.lines.enabled:true}") boolean enabled) {
        this.store = store;
        this.states = states;
        this.openings = openings;
        this.phone = phone;
        this.ledger = ledger;
        this.clock = clock;
        serving = enabled && context instanceof WebApplicationContext;
    }

    static String node() {
        return ManagementFactory.getRuntimeMXBean().getName();
    }

    // ------------------------------------------------------------------ what is open

    /** By number. */
    Map<Integer, OpenLine> open() {
        return new TreeMap<>(open);
    }

    /** As they were at the last look. */
    List<StoredLine> lines() {
        return lines;
    }

    Optional<Integer> pinned(Channel channel) {
        return Optional.ofNullable(pins.get(channel));
    }

    // ------------------------------------------------------------------ the round

    /** A timer that saw an exception never comes back. */
    private void round() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("발송 연결을 살피지 못했습니다.", e);
        }
    }

    /** One look at what the office wants; also taken at once when somebody here changed it. */
    synchronized void look() {
        if (!serving) return;
        phone.lookAround();
        var wanted = store.all();
        pins = store.pins().stream().collect(Collectors.toMap(LineStore.Pin::channel, LineStore.Pin::line));
        var running = new HashMap<Integer, StoredLine>();
        for (var line : wanted) if (line.running()) running.put(line.number(), line);
        for (var here : List.copyOf(open.values())) {
            var line = running.get(here.stored().number());
            if (line == null || line.revision() != here.stored().revision()) take(here);
            else if (here.shut()) open.remove(here.stored().number());
        }
        for (var line : running.values()) if (!open.containsKey(line.number())) put(line);
        lines = wanted;
        states.write(open);
    }

    private void put(StoredLine line) {
        open.put(line.number(), new OpenLine(line, carrier(line), clock));
    }

    /** Settings nobody can open must not keep the other lines from being opened. */
    private Carrier carrier(StoredLine line) {
        try {
            var carrier = openings.open(line, new LineReceipts(line.number(), ledger, clock));
            broken.remove(line.number());
            return carrier;
        } catch (RuntimeException e) {
            if (broken.add(line.number())) log.warn("{}번 발송 연결을 열지 못했습니다.", line.number(), e);
            return new Shut("settings");
        }
    }

    /** Whoever is handing over finishes beside the new one. */
    private void take(OpenLine gone) {
        open.remove(gone.stored().number());
        broken.remove(gone.stored().number());
        states.gone(gone.stored().number());
        gone.retire();
        Thread.ofVirtual().name("line-close").start(() -> gone.close(HAND_OVER));
    }

    /** A carrier of its own for a trial; the receipts it meets are as good as any. */
    Optional<String> tryOut(StoredLine line, Duration patience) {
        try (var carrier = openings.open(line, new LineReceipts(line.number(), ledger, clock))) {
            return carrier.tryOut(patience);
        } catch (RuntimeException e) {
            log.info("{}번 발송 연결을 시험하지 못했습니다.", line.number(), e);
            return Optional.of("settings");
        }
    }

    // ------------------------------------------------------------------ the life of the house

    @Override
    public synchronized void start() {
        if (!serving || rounds != null) return;
        rounds = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("lines").factory());
        rounds.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var timer = rounds;
        rounds = null;
        if (timer != null) timer.shutdownNow();
        open.values().forEach(OpenLine::retire);
        var closing = open.values().stream()
                .map(line -> Thread.ofVirtual().start(() -> line.close(FAREWELL)))
                .toList();
        for (var each : closing) join(each);
        open.clear();
    }

    private static void join(Thread thread) {
        try {
            thread.join(FAREWELL.plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    /** Up before those who hand messages over, and down after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
