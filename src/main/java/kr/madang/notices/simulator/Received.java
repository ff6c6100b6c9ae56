package kr.madang.notices.simulator;

import java.time.Instant;

/**
 * A message that reached the simulated phone (받은 문자).
 *
 * @param id the simulator gave it
 * @param pieces how many PDUs it came in
 */
public record Received(String id, String from, String to, String text, int pieces, Instant at) {}
