package kr.madang.notices.simulator;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.notices.carriers.smpp.Pdu;
import kr.madang.notices.carriers.smpp.Wire;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jspecify.annotations.Nullable;

/** One line somebody called the simulator on (모의 회선). */
final class Session {
    private static final int BIND_MILLIS = 10_000;
    private static final int MOST_UNCONFIRMED = 1_000;
    private static final int RESPONSE = SMPPConstant.MASK_CID_RESP;
    private static final byte DELIVERED = 2;
    private static final byte UNDELIVERABLE = 5;
    private static final DefaultComposer COMPOSER = new DefaultComposer();
    private static final DefaultDecomposer DECOMPOSER = new DefaultDecomposer();

    private final Simulator simulator;
    private final Socket socket;
    private final Wire wire;
    private final Map<Integer, Outgoing.Owed> unconfirmed = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private volatile boolean bound;
    private volatile boolean receives;

    Session(Simulator simulator, Socket socket) throws IOException {
        this.simulator = simulator;
        this.socket = socket;
        socket.setSoTimeout(BIND_MILLIS);
        wire = new Wire(socket, "simulator");
    }

    void live() {
        try {
            for (var pdu = wire.read(); pdu != null; pdu = wire.read()) take(pdu);
        } finally {
            end();
        }
    }

    void end() {
        receives = false;
        wire.close();
        unconfirmed.keySet().forEach(this::again);
    }

    /** Bytes that are no PDU get a nack, not the better of us. */
    private void take(Pdu pdu) {
        try {
            if (bound) work(pdu);
            else bind(pdu);
        } catch (PDUStringException e) {
            refuse(pdu, e.getErrorCode());
        } catch (IOException | RuntimeException e) {
            refuse(pdu, SMPPConstant.STAT_ESME_RINVCMDLEN);
        }
    }

    private void refuse(Pdu pdu, int status) {
        if (pdu.command() > 0) wire.send(COMPOSER.composeHeader(pdu.command() | RESPONSE, status, pdu.sequence()));
    }

    private void bind(Pdu pdu) throws PDUStringException, IOException {
        switch (pdu.command()) {
            case SMPPConstant.CID_BIND_TRANSCEIVER,
                    SMPPConstant.CID_BIND_RECEIVER,
                    SMPPConstant.CID_BIND_TRANSMITTER -> {
                var bind = DECOMPOSER.bind(pdu.bytes());
                if (!same(bind.getSystemId(), simulator.settings.systemId()))
                    refuse(pdu, SMPPConstant.STAT_ESME_RINVSYSID);
                else if (!same(bind.getPassword(), simulator.settings.password()))
                    refuse(pdu, SMPPConstant.STAT_ESME_RINVPASWD);
                else welcome(pdu);
            }
            default -> refuse(pdu, SMPPConstant.STAT_ESME_RINVBNDSTS);
        }
    }

    private static boolean same(@Nullable String given, String right) {
        var bytes = (given == null ? "" : given).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(bytes, right.getBytes(StandardCharsets.UTF_8));
    }

    private void welcome(Pdu pdu) throws PDUStringException, IOException {
        socket.setSoTimeout(0);
        bound = true;
        wire.send(COMPOSER.bindResp(pdu.command() | RESPONSE, pdu.sequence(), "MADANG-SIM"));
        receives = pdu.command() != SMPPConstant.CID_BIND_TRANSMITTER;
    }

    private void work(Pdu pdu) throws PDUStringException {
        switch (pdu.command()) {
            case SMPPConstant.CID_SUBMIT_SM -> submit(pdu, DECOMPOSER.submitSm(pdu.bytes()));
            case SMPPConstant.CID_DELIVER_SM_RESP -> confirmed(pdu);
            case SMPPConstant.CID_ENQUIRE_LINK -> wire.send(COMPOSER.enquireLinkResp(pdu.sequence()));
            case SMPPConstant.CID_QUERY_SM -> query(pdu);
            case SMPPConstant.CID_UNBIND -> {
                bound = false;
                receives = false;
                wire.send(COMPOSER.unbindResp(0, pdu.sequence()));
                simulator.later(100, this::end);
            }
            default -> refuse(pdu, SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }

    // ------------------------------------------------------------------ messages

    private void submit(Pdu pdu, SubmitSm message) throws PDUStringException {
        var faults = simulator.faults();
        var to = message.getDestAddress();
        if (to == null || faults.refused().test(to)) refuse(pdu, SMPPConstant.STAT_ESME_RINVDSTADR);
        else if (simulator.throttles()) refuse(pdu, SMPPConstant.STAT_ESME_RTHROTTLED);
        else accept(pdu, message, faults);
    }

    private void accept(Pdu pdu, SubmitSm message, Faults faults) throws PDUStringException {
        var taken = simulator.take(message);
        Runnable owe = () -> simulator.outgoing.owe(message, simulator.receipted(taken), faults.receipts());
        if (taken.turn() == faults.dieAfter()) {
            end();
            owe.run();
            return;
        }
        if (faults.receipts().before()) owe.run();
        var answer = COMPOSER.submitSmResp(pdu.sequence(), taken.id());
        boolean mute = faults.muteEvery() > 0 && taken.turn() % faults.muteEvery() == 0;
        simulator.later(faults.delay().toMillis(), () -> {
            if (!mute) wire.send(answer);
            if (!faults.receipts().before()) owe.run();
            if (taken.turn() == faults.dropAfter()) end();
        });
    }

    private void query(Pdu pdu) throws PDUStringException {
        var id = DECOMPOSER.querySm(pdu.bytes()).getMessageId();
        var fate = simulator.fate(id == null ? "" : id);
        if (fate.isEmpty()) refuse(pdu, SMPPConstant.STAT_ESME_RQUERYFAIL);
        else
            wire.send(COMPOSER.querySmResp(pdu.sequence(), id, null, fate.get() ? DELIVERED : UNDELIVERABLE, (byte) 0));
    }

    // ------------------------------------------------------------------ receipts

    /** @return false when this line takes none now */
    boolean deliver(Outgoing.Owed receipt) {
        if (!receives || unconfirmed.size() >= MOST_UNCONFIRMED) return false;
        int number = sequence.incrementAndGet();
        unconfirmed.put(number, receipt);
        wire.send(receipt.pdu(number));
        if (wire.closed()) again(number);
        return true;
    }

    private void confirmed(Pdu pdu) {
        if (pdu.status() == SMPPConstant.STAT_ESME_RX_T_APPN) again(pdu.sequence());
        else unconfirmed.remove(pdu.sequence());
    }

    int unconfirmed() {
        return unconfirmed.size();
    }

    private void again(int number) {
        var receipt = unconfirmed.remove(number);
        if (receipt != null) simulator.outgoing.again(receipt);
    }
}
