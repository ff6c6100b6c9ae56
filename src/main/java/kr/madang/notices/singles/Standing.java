package kr.madang.notices.singles;

import java.time.Instant;
import kr.madang.notices.ledger.State;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message to one person (낱건 상태), as the ledger has it.
 *
 * @param at when that was known; null while it waits
 * @param code the carrier's word for it, or why it did not go out; empty when there is none
 */
public record Standing(State state, @Nullable Instant at, String code) {}
