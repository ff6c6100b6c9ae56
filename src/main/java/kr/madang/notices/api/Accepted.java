package kr.madang.notices.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What a program is told of a message that was written down (접수 결과); the same each time it asks under the same name. */
@Schema(description = "접수한 발송")
public record Accepted(
        UUID id,

        @Schema(description = "가린 연락처", example = "010-****-0001")
        String to,

        String channel,
        String reference,
        @Schema(description = "상태: queued") String state,
        Instant requestedAt) {}
