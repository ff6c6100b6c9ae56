package kr.madang.kernel.trail;

import java.util.List;
import java.util.Map;

/**
 * What a walk along the trail found (검증 결과).
 *
 * @param entries sealed entries walked
 * @param waiting sound entries that wait for their seal
 * @param head end of the chain as an auditor may note it: {@code number:first 16 hex digits}
 * @param anchored whether an anchor outside the database holds the end of the trail
 * @param counts how many of each kind of finding
 * @param first the first findings, at most 100
 */
public record Verdict(
        long entries, long waiting, String head, boolean anchored, Map<Kind, Long> counts, List<Finding> first) {
    /** What can be wrong with a trail. */
    public enum Kind {
        /** An entry does not say what was written. */
        CHANGED,
        /** A sealed entry is gone. */
        REMOVED,
        /** An entry was not written by the office. */
        FORGED,
        /** An entry was left out of the chain. */
        UNSEALED,
        /** A number of the chain is missing. */
        GAP,
        /** A link does not follow from the one before: seals were exchanged or altered. */
        BROKEN,
        /** The end of the trail was cut off or replaced: an anchor knows more than the database. */
        CUT,
        /** An anchor was altered. */
        ANCHOR
    }

    /** @param where number in the chain, or id of the entry, or day of the anchor */
    public record Finding(Kind kind, String where) {}

    public boolean sound() {
        return counts.isEmpty();
    }
}
