package kr.madang.approvals.shelf;

import java.time.Instant;
import java.util.UUID;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.Retention;

/**
 * A paper in its file (편철된 문서).
 *
 * @param number register number
 * @param title empty when the reader may not know it
 * @param readable whether the reader may open it
 */
public record FiledPaper(
        UUID paper,
        String number,
        String title,
        boolean masked,
        boolean readable,
        String drafter,
        Disclosure.Kind disclosure,
        Retention retention,
        Instant approvedAt,
        Instant filedAt) {}
