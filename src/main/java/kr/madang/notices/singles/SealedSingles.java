package kr.madang.notices.singles;

import java.util.List;
import java.util.UUID;
import kr.madang.kernel.crypto.Aad;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals what a message to one person says, and to whom (낱건 암호화). */
@Component
class SealedSingles implements Resealable {
    private static final String TABLE = "notices.single";
    private static final String COLUMN = "sealed";

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
    private final JdbcClient db;
    private final JsonMapper json;

    SealedSingles(FieldCipher cipher, JdbcClient db, JsonMapper json) {
        this.cipher = cipher;
        this.db = db;
        this.json = json;
    }

    String seal(UUID id, Single single) {
        var content = new Content(
                single.address(),
                single.subject(),
                single.text(),
                single.files().isEmpty() ? null : single.files());
        return cipher.seal(json.writeValueAsString(content), place(id));
    }

    Content open(UUID id, String sealed) {
        return json.readValue(cipher.open(sealed, place(id)), Content.class);
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
        return db.sql("""
                select id, sealed from notices.single
                where sealed is not null and not starts_with(sealed, :prefix) limit :limit""")
                .param("prefix", prefix)
                .param("limit", limit)
                .query((row, n) -> new Cell(place(row.getObject("id", UUID.class)), row.getString("sealed")))
                .list();
    }

    @Override
    public boolean replace(Cell cell, String resealed) {
        return db.sql("update notices.single set sealed = :resealed where id = :id::uuid and sealed = :sealed")
                        .param("resealed", resealed)
                        .param("id", cell.place().row())
                        .param("sealed", cell.sealed())
                        .update()
                == 1;
    }
}
