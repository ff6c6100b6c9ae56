package kr.madang.office.ledger;

/** How money came into a budget line or left it (예산 구분). */
public enum Grant {
    ORIGINAL("본예산"),
    SUPPLEMENTARY("추경"),
    TRANSFER("전용"),
    CARRIED_IN("전년도 이월"),
    RESERVE("예비비"),
    /** Kept for the next year: still part of this year's 예산현액, but no longer free, and not 불용. Positive. */
    CARRIED_OUT("다음연도 이월");

    private final String title;

    Grant(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** 예산액: what the council voted, before transfers and carry-over. */
    public boolean voted() {
        return this == ORIGINAL || this == SUPPLEMENTARY;
    }
}
