package kr.madang.kernel.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param endedAt null while it runs, and for ever when its node died
 * @param said what it did; null unless it succeeded
 * @param error why it failed; null unless it did
 */
public record JobRun(
        UUID id,
        String job,
        String node,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String said,
        @Nullable String error) {}
