package kr.madang.notices.carriers.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jspecify.annotations.Nullable;

/**
 * One bound link to an operator (문자 연결), from bind to its end. Every message on it is answered by the other side, or at its end by the
 * link: taken back when its bytes were never written, unknown when they were.
 */
final class SmppLink {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int BIND_MILLIS = 10_000;
    private static final byte VERSION = 0x34;
    private static final DefaultComposer COMPOSER = new DefaultComposer();
    private static final DefaultDecomposer DECOMPOSER = new DefaultDecomposer();

    private record Pending(Submission submission, long since) {}

    private final SmppSettings settings;
    private final Wire wire;
    private final Inbox inbox;
    private final Semaphore window;
    private final ConcurrentHashMap<Integer, Pending> pending = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, CompletableFuture<Pdu>> questions = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private volatile long heard = System.nanoTime();
    /** When the youngest message that was answered had been handed over: whatever is older was overtaken. */
    private volatile long overtaken;

    private final long bound;

    private SmppLink(SmppSettings settings, Wire wire, Inbox inbox) {
        this.settings = settings;
        this.wire = wire;
        this.inbox = inbox;
        this.window = new Semaphore(settings.window());
        this.bound = System.nanoTime();
        this.overtaken = bound;
    }

    /** @throws IOException when nobody is there or the bind is refused */
    static SmppLink open(SmppSettings settings, Inbox inbox) throws IOException {
        var socket = connect(settings);
        try {
            socket.setSoTimeout(BIND_MILLIS);
            var link = new SmppLink(settings, new Wire(socket, settings.systemId()), inbox);
            link.bind();
            socket.setSoTimeout(0);
            Thread.ofVirtual().name("smpp-read-" + settings.systemId()).start(link::read);
            Thread.ofVirtual().name("smpp-watch-" + settings.systemId()).start(link::watch);
            return link;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket connect(SmppSettings settings) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
            if (!settings.tls()) return socket;
            var sealed = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                    .createSocket(socket, settings.host(), settings.port(), true);
            var parameters = sealed.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            sealed.setSSLParameters(parameters);
            sealed.setSoTimeout(BIND_MILLIS);
            sealed.startHandshake();
            return sealed;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void bind() throws IOException {
        try {
            wire.send(COMPOSER.bind(
                    SMPPConstant.CID_BIND_TRANSCEIVER,
                    next(),
                    settings.systemId(),
                    settings.password(),
                    settings.systemType(),
                    VERSION,
                    (byte) 0,
                    (byte) 0,
                    ""));
        } catch (PDUStringException e) {
            wire.close();
            throw new IOException("system id or password does not fit into SMPP", e);
        }
        var answer = wire.read();
        if (answer != null && answer.command() == SMPPConstant.CID_BIND_TRANSCEIVER_RESP && answer.status() == 0)
            return;
        wire.close();
        throw new IOException(answer == null ? "no answer to bind" : "bind refused: " + Statuses.code(answer.status()));
    }

    private int next() {
        return sequence.updateAndGet(n -> n == Integer.MAX_VALUE ? 1 : n + 1);
    }

    // ------------------------------------------------------------------ out

    /** Waits for a place in the window. @return false when there was none in that time, or the link ended */
    boolean room(long nanos) throws InterruptedException {
        if (!window.tryAcquire(Math.max(nanos, 0), TimeUnit.NANOSECONDS)) return false;
        if (end.get() == null) return true;
        window.release();
        return false;
    }

    /** Hands the piece over whose turn it is. The caller has a place in the window. */
    void submit(Submission submission) {
        submission
                .pdu()
                .ifPresentOrElse(
                        pdu -> {
                            int number = next();
                            pending.put(number, new Pending(submission, System.nanoTime()));
                            wire.send(pdu.apply(number), () -> taken(number, submission));
                            ending().ifPresent(why -> lose(number, why));
                        },
                        () -> submission.answered(SMPPConstant.STAT_ESME_RINVDSTADR, ""));
    }

    void release() {
        window.release();
    }

    private boolean taken(int number, Submission submission) {
        if (submission.take()) return true;
        lose(number, "taken back");
        return false;
    }

    private void lose(int number, String why) {
        var gone = pending.remove(number);
        if (gone != null) gone.submission().lost(why);
    }

    /** Asks the other side something and waits; empty when no answer comes. */
    Optional<Pdu> ask(IntFunction<byte[]> question, Duration patience) {
        int number = next();
        var answer = new CompletableFuture<Pdu>();
        questions.put(number, answer);
        try {
            wire.send(question.apply(number));
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            questions.remove(number);
        }
    }

    // ------------------------------------------------------------------ in

    private void read() {
        try {
            for (var pdu = wire.read(); pdu != null; pdu = wire.read()) {
                heard = System.nanoTime();
                take(pdu);
            }
        } finally {
            end("link lost");
        }
    }

    private void take(Pdu pdu) {
        switch (pdu.command()) {
            case SMPPConstant.CID_SUBMIT_SM_RESP -> answered(pdu);
            case SMPPConstant.CID_GENERIC_NACK -> {
                if (pending.containsKey(pdu.sequence())) answered(pdu);
                else told(pdu);
            }
            case SMPPConstant.CID_DELIVER_SM -> inbox.put(pdu, this::confirm);
            case SMPPConstant.CID_ENQUIRE_LINK -> wire.send(COMPOSER.enquireLinkResp(pdu.sequence()));
            case SMPPConstant.CID_UNBIND -> {
                wire.send(COMPOSER.unbindResp(0, pdu.sequence()));
                end("unbound by the other side");
            }
            case SMPPConstant.CID_ENQUIRE_LINK_RESP, SMPPConstant.CID_QUERY_SM_RESP, SMPPConstant.CID_UNBIND_RESP ->
                told(pdu);
            default -> {
                if (pdu.command() > 0)
                    wire.send(COMPOSER.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, pdu.sequence()));
            }
        }
    }

    private void confirm(int number, int status) {
        wire.send(COMPOSER.deliverSmResp(status, number, ""));
    }

    private void told(Pdu pdu) {
        var question = questions.get(pdu.sequence());
        if (question != null) question.complete(pdu);
    }

    private void answered(Pdu pdu) {
        var known = pending.remove(pdu.sequence());
        if (known == null) return;
        overtaken = Math.max(overtaken, known.since());
        // a nack is no acceptance, whatever status it carries
        int status = pdu.command() == SMPPConstant.CID_GENERIC_NACK && pdu.status() == 0
                ? SMPPConstant.STAT_ESME_RSYSERR
                : pdu.status();
        if (known.submission().answered(status, status == 0 ? id(pdu) : "")) submit(known.submission());
    }

    /** An acceptance whose id cannot be read is an acceptance. */
    private String id(Pdu pdu) {
        try {
            var id = DECOMPOSER.submitSmResp(pdu.bytes()).getMessageId();
            return id == null ? "" : settings.ids().answered(id);
        } catch (PDUStringException | RuntimeException e) {
            return "";
        }
    }

    // ------------------------------------------------------------------ the end

    private void watch() {
        var tick = Duration.ofMillis(Math.clamp(
                Math.min(settings.enquiry().toMillis(), settings.patience().toMillis()) / 4, 5, 1_000));
        try {
            while (end.get() == null) {
                Thread.sleep(tick);
                forgetOverdue();
                if (System.nanoTime() - heard > settings.enquiry().toNanos()
                        && ask(COMPOSER::enquireLink, settings.enquiry()).isEmpty()) end("no life on the line");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One lost answer costs its message; no answers at all cost the line. */
    private void forgetOverdue() {
        long limit = System.nanoTime() - settings.patience().toNanos();
        for (var each : pending.entrySet()) {
            if (each.getValue().since() - limit > 0) continue;
            if (overtaken - each.getValue().since() > 0) lose(each.getKey(), "answer lost");
            else end("no answers");
        }
    }

    /** Ends it once; whoever comes later learns the first reason. */
    void end(String why) {
        if (!end.compareAndSet(null, why)) return;
        wire.close();
        pending.keySet().forEach(number -> lose(number, why));
        questions.values().forEach(question -> question.cancel(false));
        ended.complete(why);
    }

    /** A polite end: what is under way has a moment to be answered. */
    void unbind(Duration patience) {
        ask(COMPOSER::unbind, patience);
        end("closed");
    }

    Optional<String> ending() {
        return Optional.ofNullable(end.get());
    }

    /** Waits for the end. @return why */
    String awaitEnd() {
        return ended.join();
    }

    /** Whether anything was ever answered on it. */
    boolean useful() {
        return overtaken != bound;
    }
}
