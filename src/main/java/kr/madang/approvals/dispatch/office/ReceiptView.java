package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.approvals.dispatch.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A received document as its page shows it (접수문서 보기).
 *
 * @param unit name of the unit that has it
 * @param number newest receipt number; empty while no unit has taken it
 * @param files attachments in order
 * @param answer the paper that answers it, as its page is named; null while there is none
 * @param mine the reader belongs to the unit that has it
 * @param handles the reader is its handler, or heads the unit that has it
 */
public record ReceiptView(
        Receipt receipt,
        Incoming incoming,
        String unit,
        String handler,
        String number,
        @Nullable UUID answer,
        List<Step> steps,
        List<Enclosed> files,
        List<Reader> readers,
        boolean mine,
        boolean handles) {
    /** What was done with it (처리 경과). */
    public record Step(
            Instant at,
            String kind,
            String who,
            String unit,
            String handler,
            @Nullable LocalDate deadline,
            String words) {}

    public record Enclosed(int position, UUID file, String name, long size, String sha256) {}

    /** Whom it circulates to (공람). @param readAt null until he opens it */
    public record Reader(
            UUID account,
            String name,
            String askedBy,
            Instant askedAt,
            @Nullable Instant readAt) {}
}
