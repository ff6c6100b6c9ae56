package kr.madang.approvals.delegation;

import java.time.LocalDate;
import kr.madang.approvals.line.Person;
import org.jspecify.annotations.Nullable;

/**
 * From when to when somebody belongs to the office (재직 기간).
 *
 * @param to last day, or null while it lasts
 */
public record Tenure(Person who, LocalDate from, @Nullable LocalDate to) {
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
