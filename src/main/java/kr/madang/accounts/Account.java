package kr.madang.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * An account of a member of staff (직원 계정).
 *
 * @param login what is typed to sign in; lower case, never reused
 * @param team code of the team, e.g. {@code press}; empty when none
 * @param title post as it is spoken, e.g. 언론팀장 or 주무관
 * @param mustChange whether the password must be changed before anything else
 * @param version rises with each change, so that two editors notice each other
 */
public record Account(
        Id id,
        String login,
        String name,
        String team,
        String title,
        String extension,
        String email,
        State state,
        boolean mustChange,
        int version,
        Instant madeAt,
        String madeBy,
        Instant changedAt,
        String changedBy) {
    public record Id(UUID value) implements java.io.Serializable {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Whether its owner may sign in: at work, barred for now (정지), or gone (퇴직). */
    public enum State {
        ACTIVE,
        SUSPENDED,
        LEFT
    }

    public boolean mayEnter() {
        return state == State.ACTIVE;
    }
}
