package kr.madang.approvals.line;

/** Where a paper stands (문서 상태). */
public enum Status {
    DRAFTING("작성 중"),
    RUNNING("진행 중"),
    HELD("보류"),
    WITHDRAWN("회수"),
    RETURNED("반려"),
    APPROVED("결재 완료"),
    /** Thrown away before it went on its way; its drafter can bring it back. */
    DISCARDED("버림");

    private final String title;

    Status(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** With its drafter: may still be rewritten freely. */
    public boolean withDrafter() {
        return this == DRAFTING || this == WITHDRAWN;
    }

    /** On its way along the line, even while someone holds it. */
    public boolean underway() {
        return this == RUNNING || this == HELD;
    }
}
