package kr.madang.approvals.line;

/** What stands beside a signature in the box of the line (결재란 표시). */
public enum Mark {
    /** The approver decides for the head by the table of delegation. */
    DELEGATED("전결"),
    /** A deputy signed for someone absent. */
    DEPUTY("대결"),
    /** A deputy reviewed or concurred for someone absent. */
    FOR_ABSENT("대리"),
    /** Signed against the draft; the words stand on it. */
    DISSENT("이견"),
    /** Not reviewed; the words give the reason. */
    SKIPPED("검토 생략");

    private final String title;

    Mark(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
