package kr.madang.notices.web.lines;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.notices.carriers.http.Callback;
import kr.madang.notices.lines.Hooks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where relays bring their receipts (수신 결과 통지): {@code POST} with the time in {@code X-Madang-Timestamp} and the signature in {@code
 * X-Madang-Signature}. Nobody signs in here; the signature is the right to speak, and no form of a browser can make one.
 */
@RestController
class HookPages {
    private static final int LARGEST = 1024 * 1024;

    private final Hooks hooks;

    HookPages(Hooks hooks) {
        this.hooks = hooks;
    }

    @Open
    @PostMapping("/notices/hooks/lines/{number:\\d{1,4}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(
            @PathVariable int number,
            @RequestHeader(name = "X-Madang-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Madang-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw new Refused(Refused.Reason.TOO_LARGE, "notices.hook.large");
        hooks.receive(number, new Callback(timestamp, signature, body));
    }
}
