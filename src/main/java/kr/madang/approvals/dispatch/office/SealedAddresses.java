package kr.madang.approvals.dispatch.office;

import java.util.List;
import java.util.UUID;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.kernel.crypto.Aad;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names and addresses of residents, sealed where they lie and masked where they are shown (민원인 주소 보호). */
@Configuration(proxyBeanMethods = false)
class SealedAddresses {
    private static final String TABLE = "approvals.delivery";

    static String seal(FieldCipher cipher, Delivery.Id id, String column, String plain) {
        return cipher.seal(plain, Aad.of(TABLE, column, id.value()));
    }

    static Recipient.Resident open(FieldCipher cipher, DeliveryRow row) {
        var id = row.delivery().id().value();
        return new Recipient.Resident(
                cipher.open(row.sealedName(), Aad.of(TABLE, "sealed_name", id)),
                cipher.open(row.sealedEmail(), Aad.of(TABLE, "sealed_email", id)));
    }

    /** {@code 김*동}, {@code 김*}. */
    static String maskedName(String name) {
        int length = name.codePointCount(0, name.length());
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        if (length < 3) return first + "*";
        return first + "*".repeat(length - 2) + name.substring(name.offsetByCodePoints(0, length - 1));
    }

    /** {@code ki***@example.com}. */
    static String maskedEmail(String email) {
        int at = email.indexOf('@');
        return email.substring(0, Math.min(2, Math.max(at - 1, 0))) + "***" + email.substring(at);
    }

    /** What a server says may quote the address. */
    static String withoutAddresses(String said) {
        var clean = said.replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "***")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return clean.length() > 200 ? clean.substring(0, 200) : clean;
    }

    @Bean
    Resealable residentNames(JdbcClient db) {
        return new Column(db, "sealed_name");
    }

    @Bean
    Resealable residentEmails(JdbcClient db) {
        return new Column(db, "sealed_email");
    }

    private record Column(JdbcClient db, String column) implements Resealable {
        @Override
        public String name() {
            return TABLE + "." + column;
        }

        @Override
        public List<Cell> listOthers(String prefix, int limit) {
            return db.sql("select id, " + column + " as sealed from approvals.delivery where " + column
                            + " is not null and not starts_with(" + column + ", :prefix) limit :limit")
                    .param("prefix", prefix)
                    .param("limit", limit)
                    .query((row, n) ->
                            new Cell(Aad.of(TABLE, column, row.getObject("id", UUID.class)), row.getString("sealed")))
                    .list();
        }

        @Override
        public boolean replace(Cell cell, String resealed) {
            return db.sql("update approvals.delivery set " + column + " = :resealed where id = :id::uuid and " + column
                                    + " = :sealed")
                            .param("resealed", resealed)
                            .param("id", cell.place().row())
                            .param("sealed", cell.sealed())
                            .update()
                    == 1;
        }
    }
}
