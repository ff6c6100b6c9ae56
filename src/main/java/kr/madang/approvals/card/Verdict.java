package kr.madang.approvals.card;

/** What the verification of a card says (검증 결과). */
public sealed interface Verdict {
    record Sound(Card.Head head) implements Verdict {}

    /** @param number the first link that is wrong, from 1 */
    record Broken(int number, Flaw flaw) implements Verdict {}
}
