package kr.madang.notices.web.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.notices.alerts.CapInbox;
import kr.madang.notices.carriers.http.Callback;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where other systems bring their alerts (경보 수신): {@code POST} of a CAP 1.2 message with the time in {@code X-Madang-Timestamp} and in
 * {@code X-Madang-Signature} the HMAC-SHA256 of {@code timestamp.body} under the key of the source. Nothing but a draft comes of it.
 */
@RestController
class CapHook {
    static final String AT = "/notices/hooks/cap/";
    private static final int LARGEST = 2_000_000;

    private final CapInbox inbox;

    CapHook(CapInbox inbox) {
        this.inbox = inbox;
    }

    @Open
    @PostMapping(AT + "{id:[0-9a-f-]{36}}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void receive(
            @PathVariable String id,
            @RequestHeader(name = "X-Madang-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Madang-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw new Refused(Refused.Reason.TOO_LARGE, "notices.hook.large");
        inbox.receive(Asking.id(id), new Callback(timestamp, signature, body));
    }
}
