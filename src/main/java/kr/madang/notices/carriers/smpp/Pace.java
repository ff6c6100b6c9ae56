package kr.madang.notices.carriers.smpp;

import kr.madang.notices.carriers.Answer;

/** How long to hold back from an operator that has too much to do (발송 속도 조절): longer while it says so, shorter again with what it takes. */
final class Pace {
    static final long FIRST = 50_000_000;
    static final long MOST = 2_000_000_000;

    private long pause;
    private long until;

    Pace(long now) {
        until = now;
    }

    synchronized void hear(Answer answer, long now) {
        boolean held = until - now > 0;
        switch (answer) {
            // a burst that was under way is one complaint
            case Answer.Throttled _ when held -> {}
            case Answer.Throttled _ -> {
                pause = Math.clamp(pause * 2, FIRST, MOST);
                until = now + pause;
            }
            case Answer.Handed _ when !held -> pause -= pause / 64;
            case Answer.Handed _, Answer.Rejected _, Answer.Unsent _, Answer.Unknown _, Answer.NotReceived _ -> {}
        }
    }

    /** Nanoseconds to wait. */
    synchronized long rest(long now) {
        return Math.max(0, until - now);
    }
}
