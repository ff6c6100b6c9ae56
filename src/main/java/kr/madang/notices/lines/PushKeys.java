package kr.madang.notices.lines;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The public key browsers subscribe to (푸시 공개키); its other half never leaves the line. */
@Component
public class PushKeys {
    private final LineStore store;
    private final LineSecrets secrets;

    PushKeys(LineStore store, LineSecrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** In Base64 for addresses; empty while the office does not write to browsers. */
    public Optional<String> open() {
        return store.all().stream()
                .filter(line -> line.kind() == LineKind.PUSH && line.running())
                .findFirst()
                .flatMap(this::of);
    }

    /** That of a line; empty when it writes to nobody's browser. */
    public Optional<String> of(StoredLine line) {
        if (line.kind() != LineKind.PUSH) return Optional.empty();
        return Optional.ofNullable(secrets.open(line).get(LineSecrets.KEYS)).map(keys -> keys.split(" ")[0]);
    }
}
