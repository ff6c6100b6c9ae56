package kr.madang.kernel.trail;

import java.time.Instant;
import java.util.UUID;

/**
 * One act in the audit trail (감사기록 한 줄).
 *
 * @param at to the microsecond, as the database keeps it
 * @param address where from: an IP address, or {@code local} for jobs and commands
 * @param details JSON object of what changed
 */
public record TrailEntry(
        UUID id,
        Instant at,
        UUID actor,
        String login,
        String room,
        String act,
        String subject,
        String address,
        String details) {}
