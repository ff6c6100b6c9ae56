package kr.madang.press.scrap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The scrap of a day (일일 스크랩).
 *
 * @param headline a sentence or two on the front page
 * @param version 0 until it is published, then how often it was
 */
public record Edition(UUID id, LocalDate day, Instant since, Instant until, String headline, int version) {
    public boolean published() {
        return version > 0;
    }

    /** Days off it covers besides the night before. */
    public long daysOff() {
        return java.time.Duration.between(since, until).toDays() - 1;
    }

    public boolean holiday() {
        return daysOff() > 2;
    }
}
