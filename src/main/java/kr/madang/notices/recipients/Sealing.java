package kr.madang.notices.recipients;

import java.util.UUID;
import kr.madang.kernel.crypto.BlindIndex;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import kr.madang.notices.Channel;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the addresses of residents where they lie and finds them again without opening them (수신 주소 암호화). */
@Component
public class Sealing {
    private static final SealedColumn SEALED = SealedColumn.of("notices.contact");

    private final FieldCipher cipher;
    private final BlindIndex index;

    Sealing(FieldCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    public String seal(UUID contact, Address address) {
        return cipher.seal(address.value(), SEALED.place(contact));
    }

    public String open(UUID contact, String sealed) {
        return cipher.open(sealed, SEALED.place(contact));
    }

    /** Equal for equal addresses of a channel. */
    public String finder(Address address) {
        return index.exact(SEALED.table(), SEALED.column(), form(address.channel()), address.value());
    }

    private static BlindIndex.Form form(Channel channel) {
        return switch (channel) {
            case SMS -> BlindIndex.Form.DIGITS;
            case EMAIL -> BlindIndex.Form.EMAIL;
            case PUSH -> BlindIndex.Form.TEXT;
        };
    }

    @Bean
    static Resealable sealedContacts(JdbcClient db) {
        return SEALED.in(db);
    }
}
