package kr.madang.notices.lines;

import java.time.Clock;
import java.util.List;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.ledger.State;
import kr.madang.notices.ledger.Unknown;

/**
 * Brings what a line learns afterwards into the ledger (수신 결과 반영). Each verb of the ledger is a transaction of its own, so that what
 * this returns from is committed; only then the carrier confirms it.
 */
record LineReceipts(int line, Ledger ledger, Clock clock) implements Receipts {
    @Override
    public void received(List<Receipt> receipts) {
        ledger.received(receipts.stream().map(this::receipt).toList());
    }

    private kr.madang.notices.ledger.Receipt receipt(Receipt told) {
        return new kr.madang.notices.ledger.Receipt(line, told.id(), state(told.fate()), told.at(), told.code());
    }

    private static State state(Fate fate) {
        return switch (fate) {
            case DELIVERED -> State.DELIVERED;
            case FAILED -> State.FAILED;
            case EXPIRED -> State.EXPIRED;
        };
    }

    /** What the carrier did not take after all waits again; its word on that counts, because it names the message. */
    @Override
    public void late(Parcel.Reference reference, Answer answer) {
        switch (answer) {
            case Answer.Handed(String id) -> resolve(reference, State.HANDED, id, "");
            case Answer.Rejected(String code, boolean forGood) -> {
                if (forGood) resolve(reference, State.FAILED, "", code);
                else again(reference, code);
            }
            case Answer.Throttled(String code) -> again(reference, code);
            case Answer.NotReceived() -> again(reference, "not received");
            case Answer.Unsent _, Answer.Unknown _ -> {}
        }
    }

    private void resolve(Parcel.Reference reference, State state, String id, String code) {
        ledger.resolve(reference.send(), new Result(reference.row(), reference.attempt(), state, line, id, code));
    }

    private void again(Parcel.Reference reference, String code) {
        ledger.neverReceived(
                new Unknown(reference.send(), reference.row(), reference.attempt(), line, clock.instant()), code);
    }
}
