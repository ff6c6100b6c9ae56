package kr.madang.press.alike;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * An article as it is grouped (기사 조각).
 *
 * @param key what names it whenever it came, e.g. its canonical address; decides between equals
 * @param at when it was published
 */
public record Piece(UUID id, String key, Instant at, Sketch sketch) {
    static final Comparator<Piece> BY_TIME = Comparator.comparing(Piece::at).thenComparing(Piece::key);
    /** The fullest text first: the others are cut from it. */
    static final Comparator<Piece> FULLEST =
            Comparator.comparingInt((Piece p) -> -p.sketch().size()).thenComparing(BY_TIME);
}
