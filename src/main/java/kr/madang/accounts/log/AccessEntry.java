package kr.madang.accounts.log;

import java.time.Instant;
import java.util.UUID;

/**
 * One look at personal data (접속기록): account, time, address, data subject, task.
 *
 * @param subject whose data, e.g. {@code account:0190…} or {@code list:20}
 * @param subjects how many people's data it was
 */
public record AccessEntry(
        UUID id,
        Instant at,
        UUID account,
        String login,
        String name,
        String address,
        String method,
        String path,
        String subject,
        int subjects,
        String task) {}
