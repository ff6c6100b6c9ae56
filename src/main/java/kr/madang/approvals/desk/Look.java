package kr.madang.approvals.desk;

import java.time.Instant;

/**
 * A look at a paper, or the attempt (열람 기록 한 줄).
 *
 * @param address where from
 */
public record Look(Instant at, String login, boolean allowed, String address) {}
