package kr.madang.press.coverage.feeds;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.crypto.Aad;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keys of news searches, sealed where they lie (수집 인증키 보관); they are opened only to call the service. */
@Component
class SourceSecrets implements Resealable {
    private static final String TABLE = "press.source";
    private static final String COLUMN = "sealed";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final FieldCipher cipher;
    private final JdbcClient db;
    private final JsonMapper json;

    SourceSecrets(FieldCipher cipher, JdbcClient db, JsonMapper json) {
        this.cipher = cipher;
        this.db = db;
        this.json = json;
    }

    String seal(UUID source, Map<String, String> headers) {
        return cipher.seal(json.writeValueAsString(headers), place(source));
    }

    /** The headers the service wants. */
    Map<String, String> open(Source source) {
        var sealed = source.sealed();
        return sealed == null ? Map.of() : json.readValue(cipher.open(sealed, place(source.id())), TEXTS);
    }

    private static Aad place(UUID source) {
        return new Aad(TABLE, COLUMN, source.toString());
    }

    @Override
    public String name() {
        return TABLE + "." + COLUMN;
    }

    @Override
    public List<Cell> listOthers(String prefix, int limit) {
        return db.sql("""
                select id, sealed from press.source
                where sealed is not null and not starts_with(sealed, :prefix) limit :limit""")
                .param("prefix", prefix)
                .param("limit", limit)
                .query((row, n) -> new Cell(place(row.getObject("id", UUID.class)), row.getString("sealed")))
                .list();
    }

    @Override
    public boolean replace(Cell cell, String resealed) {
        return db.sql("update press.source set sealed = :resealed where id = :id and sealed = :sealed")
                        .param("resealed", resealed)
                        .param("id", UUID.fromString(cell.place().row()))
                        .param("sealed", cell.sealed())
                        .update()
                == 1;
    }
}
