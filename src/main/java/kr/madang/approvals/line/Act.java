package kr.madang.approvals.line;

import java.time.Instant;

/**
 * What somebody wants to do to a paper (결재 행위). A hash is the SHA-256 of the content the person had in front of him, 64 lower-case
 * hexadecimal digits; an act on other content than the current one is refused.
 */
public sealed interface Act {
    Person by();

    Instant at();

    /** 상신: the drafter signs the draft and sends it along the line. */
    record Submit(Person by, Instant at, String hash, String words) implements Act {}

    /** 수정: new content in place of {@code base}; the drafter before submitting, a reviewer or the approver when it is his turn. */
    record Revise(Person by, Instant at, String base, String hash, String words) implements Act {}

    /** 서명 in one's own seat; {@code words} may be empty. */
    record Sign(Person by, Instant at, String hash, String words) implements Act {}

    /** 대결 (대리): the deputy signs in the seat of somebody absent. */
    record SignFor(Person by, Person absent, Instant at, String hash, String words) implements Act {}

    /** 이견: a reviewer or concurring person signs, and his different opinion stands on the draft. */
    record Dissent(Person by, Instant at, String hash, String words) implements Act {}

    /** 반려: back to the drafter, with the reason. */
    record Return(Person by, Instant at, String words) implements Act {}

    /** 보류. */
    record Hold(Person by, Instant at, String words) implements Act {}

    /** 보류 해제. */
    record Resume(Person by, Instant at, String words) implements Act {}

    /** 회수: the drafter takes the paper back before anyone has signed. */
    record Withdraw(Person by, Instant at, String words) implements Act {}

    /** 검토 생략: the drafter or somebody later on the line passes over a reviewer, with the reason. */
    record SkipReview(Person by, Person reviewer, Instant at, String words) implements Act {}

    /** 결재선 변경: of what is not signed yet, by whoever signed last. */
    record ChangeLine(Person by, Instant at, Line line, String words) implements Act {}

    /** 사후보고 확인: the absent approver has been told what his deputy approved. */
    record ConfirmReport(Person by, Instant at, String words) implements Act {}

    /** 버림: the drafter throws away a draft that never went on its way. */
    record Discard(Person by, Instant at) implements Act {}

    /** 되살림: he takes it out of the basket again. */
    record Restore(Person by, Instant at) implements Act {}

    /** 공람: somebody of the circulation has read the approved paper. */
    record Read(Person by, Instant at) implements Act {}
}
