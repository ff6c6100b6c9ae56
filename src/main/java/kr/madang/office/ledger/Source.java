package kr.madang.office.ledger;

/** Where the money comes from (재원). */
public enum Source {
    NATIONAL("국비"),
    CITY("시비"),
    DISTRICT("구비");

    private final String title;

    Source(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
