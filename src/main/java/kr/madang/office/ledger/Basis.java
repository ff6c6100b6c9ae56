package kr.madang.office.ledger;

/** On which basis "executed" (집행) is read: what was committed, or what was paid out. */
public enum Basis {
    /** 원인행위: the money is bound by a contract or order. */
    OBLIGATED("원인행위"),
    /** 지출: the money is paid, less what came back (반납). */
    SPENT("지출");

    private final String title;

    Basis(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
