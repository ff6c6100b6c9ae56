package kr.madang.notices.ledger;

import java.util.Arrays;

/** Where a message stands (발송 상태); each message is in exactly one. The codes are what the database keeps. */
public enum State {
    QUEUED(0),
    HANDED(1),
    DELIVERED(2),
    FAILED(3),
    EXPIRED(4),
    SUPPRESSED(5),
    /** Perhaps handed: whoever had it in hand died or never got an answer. */
    UNKNOWN(6);

    private final int code;

    State(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static State of(int code) {
        return Arrays.stream(values())
                .filter(state -> state.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such state: " + code));
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Nothing more is expected of it. */
    public boolean settled() {
        return this == DELIVERED || this == FAILED || this == EXPIRED || this == SUPPRESSED;
    }
}
