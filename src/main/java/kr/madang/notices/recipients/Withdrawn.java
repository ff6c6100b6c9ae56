package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import kr.madang.notices.Channel;

/**
 * Somebody took back consents (동의 철회); published in the transaction of the act.
 *
 * @param contact the way of being reached it was for
 */
public record Withdrawn(UUID contact, Channel channel, Set<Purpose> purposes, Instant at) {}
