package kr.madang.approvals.card;

import kr.madang.approvals.line.Paper;

/**
 * One link of a card's chain (이력 사슬).
 *
 * @param number 1, 2, 3 … per paper
 * @param previous hash of the link before; {@link #ORIGIN} for the first
 * @param hash SHA-256 over paper, number, previous and entry, 64 hexadecimal digits
 */
public record Link(int number, Entry entry, String previous, String hash) {
    public static final String ORIGIN = "0".repeat(64);

    public static Link first(Paper.Id paper, Entry entry) {
        return of(paper, 1, entry, ORIGIN);
    }

    public Link next(Paper.Id paper, Entry entry) {
        return of(paper, number + 1, entry, hash);
    }

    /** For a store that knows only the head of the chain. */
    public static Link of(Paper.Id paper, int number, Entry entry, String previous) {
        return new Link(number, entry, previous, Entry.hash(paper.toString(), number, previous, entry));
    }

    boolean sound(Paper.Id paper) {
        return hash.equals(Entry.hash(paper.toString(), number, previous, entry));
    }
}
