package kr.madang.approvals.line;

/**
 * What the table of delegation says about a line (전결 조건); computed by the office for each line, never taken from the drafter.
 *
 * @param delegated the approver decides for the head (전결)
 * @param alone the drafter may be the approver
 * @param reviewed somebody has to review before the approval
 * @param important an approval by a deputy must be reported afterwards (사후보고)
 */
public record Terms(boolean delegated, boolean alone, boolean reviewed, boolean important) {
    /** The head decides, after a review. */
    public static final Terms USUAL = new Terms(false, false, true, false);

    public static Terms byDelegation() {
        return new Terms(true, false, true, false);
    }

    public Terms withAlone(boolean allowed) {
        return new Terms(delegated, allowed, reviewed, important);
    }

    public Terms withReview(boolean needed) {
        return new Terms(delegated, alone, needed, important);
    }

    public Terms withImportance(boolean weighty) {
        return new Terms(delegated, alone, reviewed, weighty);
    }
}
