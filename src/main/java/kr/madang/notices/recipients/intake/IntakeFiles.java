package kr.madang.notices.recipients.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.crypto.Aad;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import org.springframework.stereotype.Component;

/** Keeps uploaded files sealed until they are taken over (올린 파일 보관): they hold what the registry never shows. */
@Component
class IntakeFiles implements Resealable {
    private static final String TABLE = "notices.intake";
    private static final String COLUMN = "sealed_file";

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
        return cipher.seal(Base64.getEncoder().encodeToString(packed.toByteArray()), place(id));
    }

    /** @throws Refused when the file is not kept any more */
    byte[] open(UUID id) {
        var sealed = store.sealedFile(id).orElseThrow(() -> Refused.missing("notices.intake.gone"));
        var packed = Base64.getDecoder().decode(cipher.open(sealed, place(id)));
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Aad place(UUID id) {
        return Aad.of(TABLE, COLUMN, id);
    }

    @Override
    public String name() {
        return TABLE + "." + COLUMN;
    }

    @Override
    public List<Cell> listOthers(String prefix, int limit) {
        return store.sealedOtherwise(prefix, Math.min(limit, 5)).stream()
                .flatMap(id -> store.sealedFile(id).stream().map(text -> new Cell(place(id), text)))
                .toList();
    }

    @Override
    public boolean replace(Cell cell, String resealed) {
        return store.reseal(UUID.fromString(cell.place().row()), cell.sealed(), resealed);
    }
}
