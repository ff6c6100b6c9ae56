package kr.madang.notices.lines;

import java.util.List;
import java.util.Map;
import kr.madang.kernel.crypto.Aad;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.notices.carriers.push.PushSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Passwords and keys of lines, sealed where they lie (연결 암호 보관); they are opened only to open the line. */
@Component
class LineSecrets implements Resealable {
    private static final String TABLE = "notices.line";
    private static final String COLUMN = "sealed";
    static final String KEYS = "keys";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final FieldCipher cipher;
    private final JdbcClient db;
    private final JsonMapper json;

    LineSecrets(FieldCipher cipher, JdbcClient db, JsonMapper json) {
        this.cipher = cipher;
        this.db = db;
        this.json = json;
    }

    /** What nobody types: a line to browsers gets its pair of keys once, because browsers subscribe to it. */
    static Map<String, String> made(LineKind kind) {
        return kind == LineKind.PUSH ? Map.of(KEYS, PushSettings.newKeys()) : Map.of();
    }

    /** @return null when there is nothing to keep */
    @Nullable
    String seal(int line, Map<String, String> secrets) {
        return secrets.isEmpty() ? null : cipher.seal(json.writeValueAsString(secrets), place(line));
    }

    Map<String, String> open(StoredLine line) {
        var sealed = line.sealed();
        return sealed == null ? Map.of() : json.readValue(cipher.open(sealed, place(line.number())), TEXTS);
    }

    private static Aad place(int line) {
        return new Aad(TABLE, COLUMN, Integer.toString(line));
    }

    @Override
    public String name() {
        return TABLE + "." + COLUMN;
    }

    @Override
    public List<Cell> listOthers(String prefix, int limit) {
        return db.sql("""
                select number, sealed from notices.line
                where sealed is not null and not starts_with(sealed, :prefix) limit :limit""")
                .param("prefix", prefix)
                .param("limit", limit)
                .query((row, n) -> new Cell(place(row.getInt("number")), row.getString("sealed")))
                .list();
    }

    @Override
    public boolean replace(Cell cell, String resealed) {
        return db.sql("update notices.line set sealed = :resealed where number = :number and sealed = :sealed")
                        .param("resealed", resealed)
                        .param("number", Integer.parseInt(cell.place().row()))
                        .param("sealed", cell.sealed())
                        .update()
                == 1;
    }
}
