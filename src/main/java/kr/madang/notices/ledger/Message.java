package kr.madang.notices.ledger;

import java.util.UUID;

/**
 * A message to be handed over (발송 건).
 *
 * @param row its place in the send, from 1
 * @param attempt 1, or 2 when the carrier said for certain that it never got the first
 * @param fields values of its own for the wording, as JSON; empty when it has none
 */
public record Message(int row, int attempt, UUID contact, String fields) {}
