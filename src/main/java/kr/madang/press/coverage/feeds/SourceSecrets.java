package kr.madang.press.coverage.feeds;

import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keys of news searches, sealed where they lie (수집 인증키 보관); they are opened only to call the service. */
@Component
class SourceSecrets {
    private static final SealedColumn SEALED = SealedColumn.of("press.source");
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final FieldCipher cipher;
    private final JsonMapper json;

    SourceSecrets(FieldCipher cipher, JsonMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    String seal(UUID source, Map<String, String> headers) {
        return cipher.seal(json.writeValueAsString(headers), SEALED.place(source));
    }

    /** The headers the service wants. */
    Map<String, String> open(Source source) {
        var sealed = source.sealed();
        return sealed == null ? Map.of() : json.readValue(cipher.open(sealed, SEALED.place(source.id())), TEXTS);
    }

    @Bean
    static Resealable sealedNewsSources(JdbcClient db) {
        return SEALED.in(db);
    }
}
