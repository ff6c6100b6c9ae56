package kr.madang.notices.recipients;

import java.util.List;
import java.util.UUID;
import kr.madang.kernel.crypto.Aad;
import kr.madang.kernel.crypto.BlindIndex;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.notices.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the addresses of residents where they lie and finds them again without opening them (수신 주소 암호화). */
@Component
public class Sealing implements Resealable {
    private static final String TABLE = "notices.contact";
    private static final String COLUMN = "sealed";

    private final FieldCipher cipher;
    private final BlindIndex index;
    private final JdbcClient db;

    Sealing(FieldCipher cipher, BlindIndex index, JdbcClient db) {
        this.cipher = cipher;
        this.index = index;
        this.db = db;
    }

    public String seal(UUID contact, Address address) {
        return cipher.seal(address.value(), place(contact));
    }

    public String open(UUID contact, String sealed) {
        return cipher.open(sealed, place(contact));
    }

    /** Equal for equal addresses of a channel. */
    public String finder(Address address) {
        return index.exact(TABLE, COLUMN, form(address.channel()), address.value());
    }

    private static BlindIndex.Form form(Channel channel) {
        return switch (channel) {
            case SMS -> BlindIndex.Form.DIGITS;
            case EMAIL -> BlindIndex.Form.EMAIL;
            case PUSH -> BlindIndex.Form.TEXT;
        };
    }

    private static Aad place(UUID contact) {
        return Aad.of(TABLE, COLUMN, contact);
    }

    @Override
    public String name() {
        return TABLE + "." + COLUMN;
    }

    @Override
    public List<Cell> listOthers(String prefix, int limit) {
        return db.sql("""
                select id, sealed from notices.contact
                where sealed is not null and not starts_with(sealed, :prefix) limit :limit""")
                .param("prefix", prefix)
                .param("limit", limit)
                .query((row, n) -> new Cell(place(row.getObject("id", UUID.class)), row.getString("sealed")))
                .list();
    }

    @Override
    public boolean replace(Cell cell, String resealed) {
        return db.sql("update notices.contact set sealed = :resealed where id = :id::uuid and sealed = :sealed")
                        .param("resealed", resealed)
                        .param("id", cell.place().row())
                        .param("sealed", cell.sealed())
                        .update()
                == 1;
    }
}
