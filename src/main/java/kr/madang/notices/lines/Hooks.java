package kr.madang.notices.lines;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import kr.madang.kernel.Refused;
import kr.madang.notices.carriers.http.Callback;
import kr.madang.notices.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Takes the receipts relays bring by themselves (수신 결과 통지 접수): only signed ones, and confirmed only when they are kept. */
@Component
public class Hooks {
    private static final String SECRET = "callback";

    private final LineStore store;
    private final LineSecrets secrets;
    private final Ledger ledger;
    private final Clock clock;

    Hooks(LineStore store, LineSecrets secrets, Ledger ledger, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps what the relay of a line says.
     *
     * @throws Refused forbidden, always with the same words, when there is no such line, no secret or no right signature
     */
    public void receive(int number, Callback callback) {
        var secret = store.find(number)
                .filter(line -> line.kind() == LineKind.HTTP)
                .map(line -> secrets.open(line).getOrDefault(SECRET, ""))
                .filter(text -> !text.isEmpty())
                .orElseThrow(Hooks::refused);
        switch (callback.judge(secret.getBytes(StandardCharsets.UTF_8), clock.instant())) {
            case Callback.Verdict.Genuine(var receipts) -> new LineReceipts(number, ledger, clock).received(receipts);
            case Callback.Verdict.Refused _ -> throw refused();
        }
    }

    private static Refused refused() {
        return new Refused(Refused.Reason.FORBIDDEN, "notices.hook.refused");
    }
}
