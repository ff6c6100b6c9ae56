package kr.madang.press.licences;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do with an article.
 *
 * @param day on which
 * @param published the day the article appeared; null when unknown, and then no condition on its age is met
 * @param people how many will read it, or how many copies are printed; 0 when nobody has counted
 */
public record Asked(Use use, LocalDate day, @Nullable LocalDate published, int people) {
    public static Asked of(Use use, LocalDate day) {
        return new Asked(use, day, day, 0);
    }
}
