package kr.madang.approvals.delegation;

/** The positions of a district office that decide (결재권자의 직위), from the top down. */
public enum Position {
    HEAD("구청장"),
    VICE_HEAD("부구청장"),
    DIRECTOR("국장"),
    CHIEF("과장"),
    LEADER("팀장"),
    OFFICER("담당자");

    private final String title;

    Position(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether someone else decides for the head of the office (전결). */
    public boolean delegated() {
        return this != HEAD;
    }
}
