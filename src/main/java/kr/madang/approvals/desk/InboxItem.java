package kr.madang.approvals.desk;

import java.time.Instant;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.records.DocumentKind;

/**
 * One paper that waits for somebody (결재함 한 줄).
 *
 * @param seat whose seat it waits for: one's own, or that of somebody absent whose deputy one is
 * @param since from when it has waited
 * @param drafter name as it stood when the paper was drafted
 * @param room the room whose subject it is; empty for a paper of its own
 */
public record InboxItem(
        Paper.Id paper,
        Duty duty,
        Person seat,
        Instant since,
        String title,
        String summary,
        DocumentKind kind,
        Status status,
        String team,
        String drafter,
        String room) {}
