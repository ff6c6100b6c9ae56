package kr.madang.notices.simulator;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.LinkedBlockingDeque;
import kr.madang.notices.carriers.smpp.MessageIds;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultComposer;

/** Receipts the simulator owes (보낼 수신 결과): kept until somebody confirms them, over as many lines as that takes. */
final class Outgoing {
    static final long EVERY_MILLIS = 20;
    private static final int MOST_TRIES = 200;
    private static final int MOST_OWED = 500_000;
    private static final int TOGETHER = 2_000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMddHHmmss", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final DefaultComposer COMPOSER = new DefaultComposer();

    record Owed(
            String id,
            String from,
            String to,
            boolean reached,
            boolean tagged,
            String date,
            boolean shuffled,
            int tries) {
        byte[] pdu(int number) {
            var text = "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                    .formatted(
                            id,
                            reached ? "001" : "000",
                            date,
                            date,
                            reached ? "DELIVRD" : "UNDELIV",
                            reached ? "000" : "027");
            OptionalParameter[] tags = tagged
                    ? new OptionalParameter[] {new OptionalParameter.Receipted_message_id(id)}
                    : new OptionalParameter[0];
            try {
                return COMPOSER.deliverSm(
                        number,
                        "",
                        (byte) 2,
                        (byte) 1,
                        to,
                        (byte) 2,
                        (byte) 1,
                        from,
                        (byte) SMPPConstant.ESMCLS_SMSC_DELIV_RECEIPT,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        text.getBytes(StandardCharsets.ISO_8859_1),
                        tags);
            } catch (PDUStringException e) {
                throw new IllegalStateException(e);
            }
        }

        Owed again() {
            return new Owed(id, from, to, reached, tagged, date, shuffled, tries + 1);
        }
    }

    private final Simulator simulator;
    private final LinkedBlockingDeque<Owed> owed = new LinkedBlockingDeque<>();
    private final Random random = new Random(20261122);

    Outgoing(Simulator simulator) {
        this.simulator = simulator;
    }

    void owe(SubmitSm message, String id, Faults.ReceiptFaults faults) {
        if ((message.getRegisteredDelivery() & 3) == 0) return;
        if (chance(faults.lossPercent())) return;
        boolean reached = !faults.undeliverable().test(message.getDestAddress());
        boolean tagged = simulator.settings.ids() == MessageIds.AS_THEY_ARE;
        var date = DATE.format(simulator.clock.instant().atZone(ZONE));
        var from = message.getSourceAddr() == null ? "" : message.getSourceAddr();
        var one = new Owed(id, from, message.getDestAddress(), reached, tagged, date, faults.shuffled(), 0);
        for (int i = 0; i < faults.copies() && owed.size() < MOST_OWED; i++) owed.add(one);
    }

    private synchronized boolean chance(int percent) {
        return percent > 0 && random.nextInt(100) < percent;
    }

    /** It was not confirmed: another time. */
    void again(Owed receipt) {
        if (receipt.tries() < MOST_TRIES && owed.size() < MOST_OWED) owed.add(receipt.again());
    }

    /** Sends what is owed over the lines there are. */
    void send() {
        var now = new ArrayList<Owed>();
        for (var next = owed.poll(); next != null; next = now.size() < TOGETHER ? owed.poll() : null) now.add(next);
        if (now.stream().anyMatch(Owed::shuffled)) Collections.shuffle(now, random);
        now.stream().filter(receipt -> !sent(receipt)).toList().reversed().forEach(owed::addFirst);
    }

    private boolean sent(Owed receipt) {
        return List.copyOf(simulator.sessions()).stream().anyMatch(session -> session.deliver(receipt));
    }

    int owed() {
        return owed.size();
    }
}
