package kr.madang.approvals.registers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import org.jspecify.annotations.Nullable;

/**
 * One row of a register (등록대장 한 줄).
 *
 * @param unitName as it stood when the number was given
 * @param title empty when the reader may not know it
 * @param paper null when the number was given to something that is no paper of this office
 */
public record RegisterRow(
        int year,
        long serial,
        String unitName,
        Instant at,
        @Nullable UUID paper,
        String title,
        boolean masked,
        String drafter,
        @Nullable DocumentKind kind,
        Disclosure.@Nullable Kind disclosure,
        @Nullable Retention retention) {
    public Optional<UUID> link() {
        return Optional.ofNullable(paper);
    }
}
