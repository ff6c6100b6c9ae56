package kr.madang.accounts.passkeys;

import java.nio.ByteBuffer;
import java.util.UUID;
import kr.madang.accounts.Account;
import org.springframework.security.web.webauthn.api.Bytes;

/** An account's id as the sixteen bytes in which devices remember whom a passkey is for. */
final class Bits {
    private Bits() {}

    static Bytes of(Account.Id account) {
        var id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static Account.Id account(Bytes bytes) {
        var buffer = ByteBuffer.wrap(bytes.getBytes());
        return new Account.Id(new UUID(buffer.getLong(), buffer.getLong()));
    }
}
