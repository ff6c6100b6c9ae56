package kr.madang.accounts.passkeys;

import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The owners of passkeys: the accounts themselves; there is nothing of their own to keep. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    @SuppressWarnings("NullAway") // the interface answers null where nobody is known
    public PublicKeyCredentialUserEntity findById(Bytes id) {
        if (id.getBytes().length != 16) return null;
        return accounts.find(Bits.account(id)).map(PasskeyOwners::entity).orElse(null);
    }

    /** @param name the name of the authentication, which is the account's id */
    @Override
    @SuppressWarnings("NullAway")
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return accounts.find(Account.Id.of(name)).map(PasskeyOwners::entity).orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Bits.of(account.id()))
                .name(account.login())
                .displayName(account.name())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new IllegalStateException("accounts are not made by passkeys");
    }

    @Override
    public void delete(Bytes id) {
        throw new IllegalStateException("accounts are not removed by passkeys");
    }
}
