package kr.madang.notices.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kr.madang.notices.carriers.smpp.MessageIds;
import org.jsmpp.bean.SubmitSm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message center that listens on this computer and keeps what it gets (모의 문자센터). Keeps the newest messages only. */
public final class Simulator implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Simulator.class);
    private static final int KEPT = 2_000;
    private static final int MOST_SESSIONS = 100;

    /** @param ids how it writes the ids of messages @param after the first id comes after this number */
    public record Settings(int port, String systemId, String password, MessageIds ids, long after) {
        public Settings(int port, String systemId, String password) {
            this(port, systemId, password, MessageIds.AS_THEY_ARE);
        }

        public Settings(int port, String systemId, String password, MessageIds ids) {
            this(port, systemId, password, ids, 0);
        }

        @Override
        public String toString() {
            return "Settings[" + systemId + ":" + port + "]";
        }
    }

    final Settings settings;
    final Clock clock;
    final Outgoing outgoing;
    private final ServerSocket door;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Received>> listeners = new CopyOnWriteArrayList<>();
    private final ArrayDeque<Received> kept = new ArrayDeque<>();
    private final Map<String, Boolean> delivered = new ConcurrentHashMap<>();
    private final ArrayDeque<String> asked = new ArrayDeque<>();
    private final Assembly assembly = new Assembly();
    private final AtomicLong number = new AtomicLong();
    private final AtomicInteger taken = new AtomicInteger();
    private final Quota quota = new Quota();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simulator").factory());
    private volatile Faults faults = Faults.NONE;

    private Simulator(Settings settings, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        door = new ServerSocket(settings.port(), 50, InetAddress.getLoopbackAddress());
        outgoing = new Outgoing(this);
        Thread.ofVirtual().name("simulator-door").start(this::listen);
        later.scheduleWithFixedDelay(
                this::sendReceipts, Outgoing.EVERY_MILLIS, Outgoing.EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @throws IOException when the port is taken */
    public static Simulator start(Settings settings, Clock clock) throws IOException {
        return new Simulator(settings, clock);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on. */
    public void behave(Faults faults) {
        taken.set(0);
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    /** Hears of every message, on the thread of its line. */
    public void listen(Consumer<Received> listener) {
        listeners.add(listener);
    }

    /** The newest messages, the newest first. */
    public List<Received> received() {
        synchronized (kept) {
            return List.copyOf(kept).reversed();
        }
    }

    /** How many PDUs it ever accepted. */
    public long count() {
        return number.get();
    }

    /** How many receipts nobody has confirmed yet. */
    public int owed() {
        return outgoing.owed()
                + sessions.stream().mapToInt(Session::unconfirmed).sum();
    }

    /** Drops every line at once. */
    public void drop() {
        sessions.forEach(Session::end);
    }

    Set<Session> sessions() {
        return sessions;
    }

    /** A timer that saw an exception never comes back. */
    private void sendReceipts() {
        try {
            outgoing.send();
        } catch (RuntimeException e) {
            log.warn("receipts could not be sent", e);
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                if (sessions.size() < MOST_SESSIONS) begin(socket);
                else socket.close();
            } catch (IOException e) {
                if (!door.isClosed()) log.info("nobody came in: {}", e.getMessage());
            }
        }
    }

    private void begin(Socket socket) throws IOException {
        var session = new Session(this, socket);
        sessions.add(session);
        Thread.ofVirtual().name("simulator-session").start(() -> {
            try {
                session.live();
            } finally {
                sessions.remove(session);
            }
        });
    }

    // ------------------------------------------------------------------ what sessions do

    boolean throttles() {
        return !quota.take(faults.perSecond(), System.nanoTime());
    }

    /** @param id how the office will know it @param turn the how-manieth since the simulator was told how to behave */
    record Taken(long number, String id, int turn) {}

    Taken take(SubmitSm pdu) {
        long next = settings.after() + number.incrementAndGet();
        var id = settings.ids() == MessageIds.HEX_THEN_DECIMAL
                ? Long.toHexString(next).toUpperCase(Locale.ROOT)
                : Long.toString(next);
        int turn = taken.incrementAndGet();
        assembly.add(id, pdu, clock.instant()).ifPresent(this::keep);
        remember(id, !faults.receipts().undeliverable().test(pdu.getDestAddress()));
        return new Taken(next, id, turn);
    }

    /** The id as receipts write it. */
    String receipted(Taken message) {
        return switch (settings.ids()) {
            case AS_THEY_ARE -> message.id();
            case HEX_THEN_DECIMAL -> String.format(Locale.ROOT, "%010d", message.number());
            case DECIMAL_THEN_HEX -> Long.toHexString(message.number()).toUpperCase(Locale.ROOT);
        };
    }

    private void keep(Received message) {
        synchronized (kept) {
            kept.addLast(message);
            if (kept.size() > KEPT) kept.removeFirst();
        }
        listeners.forEach(listener -> listener.accept(message));
    }

    private void remember(String id, boolean reached) {
        synchronized (asked) {
            delivered.put(id, reached);
            asked.addLast(id);
            if (asked.size() > KEPT) delivered.remove(asked.removeFirst());
        }
    }

    /** Whether it reached the phone; empty when it knows no such message any more. */
    Optional<Boolean> fate(String id) {
        return Optional.ofNullable(delivered.get(id));
    }

    void later(long millis, Runnable what) {
        try {
            if (millis <= 0) what.run();
            else later.schedule(what, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is being closed
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        later.shutdownNow();
        drop();
    }
}
