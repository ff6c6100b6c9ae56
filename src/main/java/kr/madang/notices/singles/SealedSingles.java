package kr.madang.notices.singles;

import java.util.List;
import java.util.UUID;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals what a message to one person says, and to whom (낱건 암호화). */
@Component
class SealedSingles {
    private static final SealedColumn SEALED = SealedColumn.of("notices.single");

    /** What lies under the seal. @param files null when none go with it */
    record Content(
            String address,
            String subject,
            String text,
            @Nullable List<UUID> files) {
        List<UUID> enclosed() {
            return files == null ? List.of() : files;
        }

        @Override
        public String toString() {
            return "Content";
        }
    }

    private final FieldCipher cipher;
    private final JsonMapper json;

    SealedSingles(FieldCipher cipher, JsonMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    String seal(UUID id, Single single) {
        var content = new Content(
                single.address(),
                single.subject(),
                single.text(),
                single.files().isEmpty() ? null : single.files());
        return cipher.seal(json.writeValueAsString(content), SEALED.place(id));
    }

    Content open(UUID id, String sealed) {
        return json.readValue(cipher.open(sealed, SEALED.place(id)), Content.class);
    }

    @Bean
    static Resealable sealedSingleMessages(JdbcClient db) {
        return SEALED.in(db);
    }
}
