package kr.madang.notices.carriers.smpp;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultDecomposer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator sends by itself (문자 수신함). Receipts are kept many at a time, and confirmed only when they are kept: whatever is
 * lost before is repeated by the operator.
 */
final class Inbox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int QUEUE = 10_000;
    private static final int TOGETHER = 500;
    private static final DefaultDecomposer DECOMPOSER = new DefaultDecomposer();

    /** Tells the operator the status of the PDU with this number. */
    interface Confirmation {
        void send(int number, int status);
    }

    private sealed interface Mail {
        record Receipted(Receipts.Receipt receipt, int number, Confirmation confirmation) implements Mail {}

        record Late(Parcel.Reference reference, Answer answer) implements Mail {}
    }

    private final Receipts receipts;
    private final ReceiptReader reader;
    private final BlockingQueue<Mail> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Thread thread;

    Inbox(SmppSettings settings, Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.reader = new ReceiptReader(settings.ids(), settings.zone(), clock);
        thread = Thread.ofVirtual().name("smpp-inbox-" + settings.systemId()).start(this::work);
    }

    /** Waits when there is too much, which makes the operator wait. What says nothing final is confirmed and forgotten. */
    void put(Pdu pdu, Confirmation confirmation) {
        try {
            reader.read(DECOMPOSER.deliverSm(pdu.bytes()))
                    .ifPresentOrElse(
                            receipt -> put(new Mail.Receipted(receipt, pdu.sequence(), confirmation)),
                            () -> confirmation.send(pdu.sequence(), SMPPConstant.STAT_ESME_ROK));
        } catch (PDUStringException | RuntimeException e) {
            // what cannot be read today cannot be read tomorrow either
            confirmation.send(pdu.sequence(), SMPPConstant.STAT_ESME_RX_P_APPN);
        }
    }

    void late(Parcel.Reference reference, Answer answer) {
        put(new Mail.Late(reference, answer));
    }

    private void put(Mail mail) {
        try {
            queue.put(mail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        var mails = new ArrayList<Mail>();
        try {
            while (true) {
                mails.add(queue.take());
                queue.drainTo(mails, TOGETHER - 1);
                keep(mails);
                mails.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(List<Mail> mails) {
        var receipted = new ArrayList<Mail.Receipted>();
        for (var mail : mails)
            switch (mail) {
                case Mail.Receipted receipt -> receipted.add(receipt);
                case Mail.Late late -> keep(late);
            }
        if (receipted.isEmpty()) return;
        int status = kept(receipted) ? SMPPConstant.STAT_ESME_ROK : SMPPConstant.STAT_ESME_RX_T_APPN;
        receipted.forEach(each -> each.confirmation().send(each.number(), status));
    }

    private boolean kept(List<Mail.Receipted> receipted) {
        try {
            receipts.received(receipted.stream().map(Mail.Receipted::receipt).toList());
            return true;
        } catch (RuntimeException e) {
            log.warn("{} receipts could not be kept; the operator will repeat them", receipted.size(), e);
            return false;
        }
    }

    private void keep(Mail.Late late) {
        try {
            receipts.late(late.reference(), late.answer());
        } catch (RuntimeException e) {
            log.warn(
                    "the late answer for {} could not be kept; it stays unknown",
                    late.reference().name(),
                    e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
