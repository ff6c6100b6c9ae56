package kr.madang.notices.ledger;

/**
 * What became of one message of a lease (발송 결과).
 *
 * @param carrier number of the carrier that had it; 0 for none
 * @param carrierId by which the carrier knows it; empty when it gave none
 * @param code the carrier's word for it, or the reason why it was suppressed
 */
public record Result(int row, int attempt, State state, int carrier, String carrierId, String code) {
    public Result {
        if (state == State.QUEUED) throw new IllegalArgumentException("what is queued has no result");
    }

    public static Result handed(Message message, int carrier, String carrierId) {
        return new Result(message.row(), message.attempt(), State.HANDED, carrier, carrierId, "");
    }

    public static Result failed(Message message, int carrier, String code) {
        return new Result(message.row(), message.attempt(), State.FAILED, carrier, "", code);
    }

    public static Result suppressed(Message message, String reason) {
        return new Result(message.row(), message.attempt(), State.SUPPRESSED, 0, "", reason);
    }

    public static Result unknown(Message message, int carrier, String why) {
        return new Result(message.row(), message.attempt(), State.UNKNOWN, carrier, "", why);
    }
}
