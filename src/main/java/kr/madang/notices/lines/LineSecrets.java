package kr.madang.notices.lines;

import java.util.Map;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import kr.madang.notices.carriers.push.PushSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Passwords and keys of lines, sealed where they lie (연결 암호 보관); they are opened only to open the line. */
@Component
class LineSecrets {
    private static final SealedColumn SEALED = SealedColumn.of("notices.line").keyed("number", "int");
    static final String KEYS = "keys";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final FieldCipher cipher;
    private final JsonMapper json;

    LineSecrets(FieldCipher cipher, JsonMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    /** What nobody types: a line to browsers gets its pair of keys once, because browsers subscribe to it. */
    static Map<String, String> made(LineKind kind) {
        return kind == LineKind.PUSH ? Map.of(KEYS, PushSettings.newKeys()) : Map.of();
    }

    /** @return null when there is nothing to keep */
    @Nullable
    String seal(int line, Map<String, String> secrets) {
        return secrets.isEmpty() ? null : cipher.seal(json.writeValueAsString(secrets), SEALED.place(line));
    }

    Map<String, String> open(StoredLine line) {
        var sealed = line.sealed();
        return sealed == null ? Map.of() : json.readValue(cipher.open(sealed, SEALED.place(line.number())), TEXTS);
    }

    @Bean
    static Resealable sealedLines(JdbcClient db) {
        return SEALED.in(db);
    }
}
