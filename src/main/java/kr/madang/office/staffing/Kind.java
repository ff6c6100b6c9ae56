package kr.madang.office.staffing;

/** The kind of civil servant (직종) a post is meant for or a person is. */
public enum Kind {
    GENERAL("일반직"),
    OPERATION("관리운영직"),
    SPECIAL("별정직"),
    TERM("임기제"),
    CONTRACT("계약직");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
