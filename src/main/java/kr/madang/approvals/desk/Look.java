package kr.madang.approvals.desk;

import java.time.Instant;

/**
 * A look at a paper, or the attempt (열람 기록 한 줄).
 *
 * @param address where from
 * @param name of whoever looked, with his title; empty when the account is gone
 */
public record Look(Instant at, String login, boolean allowed, String address, String name) {
    Look by(String other) {
        return new Look(at, login, allowed, address, other);
    }

    /** The address as a page shows it: enough to tell the building from the outside, not the seat. */
    public String masked() {
        var numbers = address.split("\\.");
        if (numbers.length == 4) return numbers[0] + "." + numbers[1] + ".*.*";
        var groups = address.split(":");
        return groups.length > 2 ? groups[0] + ":" + groups[1] + ":*" : address.isEmpty() ? "" : "*";
    }
}
