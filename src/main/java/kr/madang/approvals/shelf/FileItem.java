package kr.madang.approvals.shelf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.records.FileCode;
import kr.madang.approvals.records.Retention;
import org.jspecify.annotations.Nullable;

/**
 * One file (기록물철).
 *
 * @param unitName name of the unit as it is today
 * @param papers how many papers lie in it
 * @param closedOn last day of its task in this file (종결일); null while it is open
 */
public record FileItem(
        UUID id,
        FileCode code,
        String unitName,
        String title,
        Retention retention,
        long papers,
        Instant openedAt,
        @Nullable LocalDate closedOn) {
    public boolean open() {
        return closedOn == null;
    }

    /** 보존기간 만료일; empty while it is open or when it is kept for good. */
    public Optional<LocalDate> keptUntil() {
        return closedOn == null ? Optional.empty() : retention.ends(closedOn);
    }
}
