package kr.madang.press.coverage.feeds;

/** Why something could not be fetched or read (수집 실패). */
final class Unfetched extends Exception {
    private static final long serialVersionUID = 1L;

    /** Kinds of failure; {@link #permanent} ones are not mended by trying again. */
    enum Reason {
        FORBIDDEN_ADDRESS,
        BAD_ADDRESS,
        UNKNOWN_HOST,
        UNREACHABLE,
        TIMEOUT,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        REDIRECT_LOOP,
        BAD_ANSWER,
        REFUSED,
        ROBOTS,
        NOT_A_FEED,
        BAD_JSON,
        OVER_BUDGET
    }

    private final Reason reason;

    Unfetched(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        var message = getMessage();
        return message == null ? "" : message.length() > 300 ? message.substring(0, 300) : message;
    }
}
