package kr.madang.approvals.card;

/** What is wrong with a link of a card (이력 훼손). */
public enum Flaw {
    /** A link was taken out or put in. */
    MISSING("approvals.card.missing"),
    /** It does not name the link before it. */
    DETACHED("approvals.card.detached"),
    /** What it says is not what was hashed. */
    ALTERED("approvals.card.altered"),
    /** A signature on content the card does not hold. */
    UNSEEN("approvals.card.unseen"),
    /** The chain ends before the head that was written down. */
    CUT("approvals.card.cut"),
    /** The whole chain was made anew. */
    REWRITTEN("approvals.card.rewritten"),
    /** The chain goes on after the head that was written down. */
    UNANNOUNCED("approvals.card.unannounced");

    private final String code;

    Flaw(String code) {
        this.code = code;
    }

    /** Key of the sentence; its one argument is the number of the link. */
    public String code() {
        return code;
    }
}
