package kr.madang.approvals.records;

/** Which register gives a number (등록대장). */
public enum Register {
    PRODUCTION("생산"),
    RECEIPT("접수");

    private final String title;

    Register(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
