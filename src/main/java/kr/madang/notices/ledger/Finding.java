package kr.madang.notices.ledger;

/**
 * Something the nightly audit found (원장 점검 결과).
 *
 * @param what which rule is broken, by name
 */
public record Finding(int send, String what, long expected, long found) {}
