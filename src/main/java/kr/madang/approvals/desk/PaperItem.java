package kr.madang.approvals.desk;

import java.time.Instant;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import org.jspecify.annotations.Nullable;

/**
 * One paper in a list (문서 목록 한 줄).
 *
 * @param drafter name as it stood when the paper was drafted
 * @param number register number; empty before the approval
 * @param room the room whose subject it is; empty for a paper of its own
 */
public record PaperItem(
        Paper.Id paper,
        String title,
        String summary,
        DocumentKind kind,
        Status status,
        String team,
        String drafter,
        String number,
        Disclosure.Kind disclosure,
        String room,
        Instant madeAt,
        Instant changedAt,
        @Nullable Instant approvedAt) {}
