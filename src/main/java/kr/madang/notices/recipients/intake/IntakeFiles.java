package kr.madang.notices.recipients.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps uploaded files sealed until they are taken over (올린 파일 보관): they hold what the registry never shows. */
@Component
class IntakeFiles {
    private static final SealedColumn SEALED =
            SealedColumn.of("notices.intake").named("sealed_file").atMost(5);

    private final FieldCipher cipher;
    private final IntakeStore store;

    IntakeFiles(FieldCipher cipher, IntakeStore store) {
        this.cipher = cipher;
        this.store = store;
    }

    String seal(UUID id, byte[] file) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cipher.seal(Base64.getEncoder().encodeToString(packed.toByteArray()), SEALED.place(id));
    }

    /** @throws Refused when the file is not kept any more */
    byte[] open(UUID id) {
        var sealed = store.sealedFile(id).orElseThrow(() -> Refused.missing("notices.intake.gone"));
        var packed = Base64.getDecoder().decode(cipher.open(sealed, SEALED.place(id)));
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    static Resealable sealedIntakeFiles(JdbcClient db) {
        return SEALED.in(db);
    }
}
