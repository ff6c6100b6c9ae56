package kr.madang.approvals.dispatch.office;

import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names and addresses of residents, sealed where they lie and masked where they are shown (민원인 주소 보호). */
@Configuration(proxyBeanMethods = false)
class SealedAddresses {
    private static final SealedColumn NAME =
            SealedColumn.of("approvals.delivery").named("sealed_name");
    private static final SealedColumn EMAIL = NAME.named("sealed_email");

    static String seal(FieldCipher cipher, Delivery.Id id, String column, String plain) {
        return cipher.seal(plain, NAME.named(column).place(id.value()));
    }

    static Recipient.Resident open(FieldCipher cipher, DeliveryRow row) {
        var id = row.delivery().id().value();
        return new Recipient.Resident(
                cipher.open(row.sealedName(), NAME.place(id)), cipher.open(row.sealedEmail(), EMAIL.place(id)));
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
        return NAME.in(db);
    }

    @Bean
    Resealable residentEmails(JdbcClient db) {
        return EMAIL.in(db);
    }
}
