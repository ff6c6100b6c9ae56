package kr.madang.notices.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.notices.api.Accepted;
import kr.madang.notices.api.ApiKey;
import kr.madang.notices.api.ApiMessages;
import kr.madang.notices.api.NewMessage;
import kr.madang.notices.api.Quotas;
import kr.madang.notices.singles.SingleList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages for other programs (연계 발송). Open to whoever has a key: the gate before it lets nobody else in. */
@RestController
@RequestMapping(CallGate.PATH)
@Open
@Tag(name = "notices", description = "알림 발송 연계. 인증키를 Authorization: Bearer 로 보낸다")
class MessageApi {
    private static final int USUAL = 20;

    private final ApiMessages messages;
    private final Quotas quotas;

    MessageApi(ApiMessages messages, Quotas quotas) {
        this.messages = messages;
        this.quotas = quotas;
    }

    /** Several at once. */
    @Schema(description = "한 번에 보낼 것들, 100건 이하. 하나라도 보낼 수 없으면 아무것도 보내지 않는다")
    record Batch(@Nullable List<@Nullable NewMessage> messages) {}

    /** One and what became of it. */
    @Schema(description = "보낸 것과 그 상태")
    record Told(
            UUID id,
            String channel,
            @Schema(description = "가린 연락처") String to,
            String reference,

            @Schema(description = "queued, handed, delivered, failed, expired, suppressed, unknown")
            String state,

            @Schema(description = "통신사가 준 결과 부호 또는 보내지 않은 까닭")
            String code,

            Instant requestedAt,
            @Schema(description = "상태를 안 때") @Nullable Instant stateAt) {
        static Told of(SingleList.Item item) {
            return new Told(
                    item.id(),
                    item.channel().name(),
                    item.masked(),
                    item.reference(),
                    item.state().word(),
                    item.code(),
                    item.madeAt(),
                    item.at());
        }
    }

    /** A page. @param next cursor of the next; null at the end */
    record Page(List<Told> items, @Nullable String next) {}

    @Operation(
            summary = "한 건 보내기",
            description = "접수하면 202로 답하고 곧 보낸다. 공익 알림이 쉬는 시간(밤 9시~아침 8시 등)에 접수한 것은 시간이 되면 보낸다. "
                    + "Idempotency-Key를 주면 같은 요청을 되풀이해도 한 번만 보내며 같은 답을 받는다(48시간).")
    @PostMapping("/messages")
    ResponseEntity<Accepted> send(
            @Parameter(hidden = true) @RequestAttribute(CallGate.KEY) ApiKey key,
            @Parameter(description = "부르는 쪽이 정한 요청 이름, 200자 이내의 영문·숫자·기호")
                    @RequestHeader(name = "Idempotency-Key", defaultValue = "")
                    String once,
            @RequestBody NewMessage message,
            HttpServletRequest request,
            HttpServletResponse response) {
        var accepted = post(key, List.of(message), once, request, response).getFirst();
        return ResponseEntity.accepted()
                .location(URI.create(CallGate.PATH + "/messages/" + accepted.id()))
                .body(accepted);
    }

    @Operation(summary = "여러 건 보내기", description = "100건까지. 모두 접수하거나 하나도 접수하지 않는다.")
    @PostMapping("/messages:batch")
    ResponseEntity<List<Accepted>> sendAll(
            @Parameter(hidden = true) @RequestAttribute(CallGate.KEY) ApiKey key,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
            @RequestBody Batch batch,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = Objects.requireNonNullElse(batch.messages(), List.<@Nullable NewMessage>of());
        return ResponseEntity.accepted().body(post(key, asked, once, request, response));
    }

    private List<Accepted> post(
            ApiKey key,
            List<@Nullable NewMessage> asked,
            String once,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var accepted = messages.post(key, asked, once);
            request.setAttribute(CallGate.MESSAGES, accepted.size());
            return accepted;
        } catch (Refused refused) {
            if (refused.reason() == Refused.Reason.TOO_MANY)
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(quotas.untilNextMonth().toSeconds() + 1));
            throw refused;
        }
    }

    @Operation(summary = "한 건의 상태")
    @GetMapping("/messages/{id}")
    Told one(@Parameter(hidden = true) @RequestAttribute(CallGate.KEY) ApiKey key, @PathVariable UUID id) {
        return Told.of(messages.get(key, id));
    }

    @Operation(summary = "보낸 목록", description = "이 인증키로 보낸 것만, 새것부터. next를 cursor로 주면 다음 쪽이다.")
    @GetMapping("/messages")
    Page list(
            @Parameter(hidden = true) @RequestAttribute(CallGate.KEY) ApiKey key,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = USUAL + "") int limit) {
        if (limit < 1 || limit > ApiMessages.MOST) throw Refused.invalid("notices.api.limit", ApiMessages.MOST);
        var slice = messages.list(key, reference, state, cursor.isEmpty() ? null : cursor, limit);
        return new Page(slice.rows().stream().map(Told::of).toList(), slice.next());
    }
}
