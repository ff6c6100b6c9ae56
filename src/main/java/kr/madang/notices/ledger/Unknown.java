package kr.madang.notices.ledger;

import java.time.Instant;

/** A message to ask a carrier about (확인할 발송 건). @param carrier 0 when nobody knows which had it */
public record Unknown(int send, int row, int attempt, int carrier, Instant since) {}
