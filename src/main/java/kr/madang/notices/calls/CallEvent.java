package kr.madang.notices.calls;

import java.time.Instant;

/** What happened in a call, written once (비상소집 이력). The list of its events is the call. */
public sealed interface CallEvent {
    Instant at();

    /** @param drill 훈련: everything as in earnest, and every text says that it is none */
    record Started(Instant at, Tree tree, String text, boolean drill) implements CallEvent {}

    /** @param rung from 0 */
    record Opened(Instant at, int rung) implements CallEvent {}

    /** @param attempt 1, 2, 3 … to this person in this rung */
    record Told(Instant at, int rung, String person, int attempt) implements CallEvent {}

    record Answered(Instant at, String person, Answer answer) implements CallEvent {}

    /** Enough people of a rung are coming. */
    record Met(Instant at, int rung) implements CallEvent {}

    /** The last rung's time is over; answers still count. */
    record Exhausted(Instant at) implements CallEvent {}

    record Ended(Instant at, String reason) implements CallEvent {}

    /** What somebody says to being called. */
    enum Answer {
        COMING,
        UNABLE
    }
}
