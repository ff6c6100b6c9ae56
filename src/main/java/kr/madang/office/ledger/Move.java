package kr.madang.office.ledger;

/** A step of execution (집행 구분). */
public enum Move {
    OBLIGATION("원인행위"),
    PAYMENT("지출"),
    RETURN("반납");

    private final String title;

    Move(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
