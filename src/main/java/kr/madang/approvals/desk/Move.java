package kr.madang.approvals.desk;

/** What somebody may do with a paper now (할 수 있는 일); the page shows a button for each. */
public enum Move {
    SUBMIT,
    REVISE,
    REFILE,
    SIGN,
    SIGN_FOR,
    DISSENT,
    RETURN,
    HOLD,
    RESUME,
    WITHDRAW,
    SKIP_REVIEW,
    CHANGE_LINE,
    CONFIRM_REPORT,
    READ,
    REDRAFT,
    DISCARD,
    RESTORE;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
