package kr.madang.approvals.line;

/** In which capacity someone acts on a paper (결재선 구분). */
public enum Role {
    DRAFT("기안"),
    REVIEW("검토"),
    CONCUR("협조"),
    APPROVE("결재"),
    CIRCULATE("공람");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
