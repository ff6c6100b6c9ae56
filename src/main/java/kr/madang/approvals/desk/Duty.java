package kr.madang.approvals.desk;

import kr.madang.approvals.line.Role;

/** What a paper waits for from somebody (할 일). */
public enum Duty {
    REVIEW("검토"),
    CONCUR("협조"),
    APPROVE("결재"),
    REPORT("사후보고"),
    READ("공람");

    private final String title;

    Duty(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether no deputy can do it. */
    public boolean personal() {
        return this == REPORT || this == READ;
    }

    static Duty of(Role role) {
        return switch (role) {
            case REVIEW -> REVIEW;
            case CONCUR -> CONCUR;
            case APPROVE -> APPROVE;
            case CIRCULATE -> READ;
            case DRAFT -> throw new IllegalArgumentException("a drafter waits for others");
        };
    }
}
