package kr.madang.notices.carriers.smpp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;

/**
 * One parcel on its way over the line (문자 제출), piece after piece, until the last is answered. It holds one place of the window all that
 * time, also after its caller has gone.
 */
final class Submission {
    /** A piece is the office's until the writer takes it; whoever comes first, the writer or the giver-up, has it. */
    private static final int OURS = 0;

    private static final int WRITTEN = 1;
    private static final int TAKEN_BACK = 2;
    private static final DefaultComposer COMPOSER = new DefaultComposer();
    private static final byte NATIONAL = 2;
    private static final byte ISDN = 1;
    private static final byte RECEIPT_WANTED = 1;
    private static final byte HAS_HEAD = 0x40;

    private final Parcel parcel;
    private final List<Texts.Piece> pieces;
    private final BiConsumer<Parcel.Reference, Answer> late;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final AtomicInteger hold = new AtomicInteger(OURS);
    private int at;
    private boolean over;
    private Runnable release = () -> {};

    Submission(Parcel parcel, List<Texts.Piece> pieces, BiConsumer<Parcel.Reference, Answer> late) {
        this.parcel = parcel;
        this.pieces = pieces;
        this.late = late;
    }

    static Submission settled(Parcel parcel, Answer answer) {
        var settled = new Submission(parcel, List.of(), (_, _) -> {});
        settled.settle(answer);
        return settled;
    }

    /** @param release gives the place in the window back; called exactly once */
    void holds(Runnable release) {
        this.release = release;
    }

    /** Tells what the answer is, as soon as there is one. */
    void then(Consumer<Answer> hears) {
        answer.thenAccept(hears);
    }

    /** The PDU of the piece whose turn it is; empty when an address does not fit into one. */
    Optional<IntFunction<byte[]>> pdu() {
        var piece = pieces.get(at);
        boolean last = at == pieces.size() - 1;
        try {
            compose(piece, last, 0);
        } catch (PDUStringException e) {
            return Optional.empty();
        }
        return Optional.of(sequence -> {
            try {
                return compose(piece, last, sequence);
            } catch (PDUStringException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private byte[] compose(Texts.Piece piece, boolean last, int sequence) throws PDUStringException {
        var bytes = piece.payload() ? new byte[0] : piece.bytes();
        OptionalParameter[] extra = piece.payload()
                ? new OptionalParameter[] {new OptionalParameter.Message_payload(piece.bytes())}
                : new OptionalParameter[0];
        return COMPOSER.submitSm(
                sequence,
                "",
                NATIONAL,
                ISDN,
                parcel.from(),
                NATIONAL,
                ISDN,
                parcel.to(),
                piece.part() ? HAS_HEAD : 0,
                (byte) 0,
                (byte) 0,
                null,
                null,
                last ? RECEIPT_WANTED : 0,
                (byte) 0,
                (byte) piece.coding(),
                (byte) 0,
                bytes,
                extra);
    }

    /** The writer asks before it writes; no when the piece was taken back. */
    boolean take() {
        return hold.compareAndSet(OURS, WRITTEN);
    }

    /** The other side's word on the piece under way. @return whether another piece is to go */
    synchronized boolean answered(int status, String id) {
        if (status == SMPPConstant.STAT_ESME_ROK && at < pieces.size() - 1 && !over) {
            at++;
            hold.set(OURS);
            return true;
        }
        var word = Statuses.answer(status, id);
        boolean whole =
                at == pieces.size() - 1 && word instanceof Answer.Handed || at == 0 && !(word instanceof Answer.Handed);
        settle(whole ? word : half(Statuses.code(status)));
        return false;
    }

    /** The line is lost, or was never there. */
    synchronized void lost(String why) {
        boolean kept = hold.compareAndSet(OURS, TAKEN_BACK) || hold.get() == TAKEN_BACK;
        if (at > 0) settle(half(why));
        else settle(kept ? new Answer.Unsent(why) : new Answer.Unknown(why));
    }

    /** A resident may have got the first part of it: neither handed nor to be sent again. */
    private Answer half(String why) {
        return new Answer.Unknown("part " + (at + 1) + "/" + pieces.size() + ": " + why);
    }

    private void settle(Answer word) {
        release.run();
        release = () -> {};
        if (!answer.complete(word) && word.certain() && answer.join() instanceof Answer.Unknown)
            late.accept(parcel.reference(), word);
    }

    /** Waits no longer than this; what comes afterwards is late. */
    Answer await(long nanos) {
        try {
            return answer.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return giveUp("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Answer giveUp(String why) {
        over = true;
        if (at == 0 && hold.compareAndSet(OURS, TAKEN_BACK)) answer.complete(new Answer.Unsent(why));
        else answer.complete(new Answer.Unknown(why));
        return answer.join();
    }
}
