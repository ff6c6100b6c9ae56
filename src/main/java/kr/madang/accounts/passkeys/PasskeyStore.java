package kr.madang.accounts.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** All SQL of passkeys. */
@Repository
class PasskeyStore implements UserCredentialRepository {
    private final JdbcClient db;

    PasskeyStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void delete(Bytes credential) {
        db.sql("delete from accounts.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .update();
    }

    int delete(Account.Id account, byte[] credential) {
        return db.sql("delete from accounts.passkey where credential = :credential and account = :account")
                .param("credential", credential)
                .param("account", account)
                .update();
    }

    /** Adds a passkey, or notes its last use; a credential never moves to another account. */
    @Override
    public void save(CredentialRecord record) {
        db.sql("""
                insert into accounts.passkey as p (credential, account, public_key, signature_count, verified, backup_eligible,
                    backup_state, transports, attestation, client_data, label, made_at, used_at)
                values (:credential, :account, :key, :count, :verified, :eligible, :state, :transports, :attestation::bytea,
                    :clientData::bytea, :label, :madeAt, :usedAt)
                on conflict (credential) do update set signature_count = :count, verified = :verified,
                    backup_state = :state, used_at = :usedAt
                where p.account = :account""")
                .param("credential", record.getCredentialId().getBytes())
                .param("account", Bits.account(record.getUserEntityUserId()))
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param("eligible", record.isBackupEligible())
                .param("state", record.isBackupState())
                .param("transports", transports(record))
                .param("attestation", bytes(record.getAttestationObject()))
                .param("clientData", bytes(record.getAttestationClientDataJSON()))
                .param("label", record.getLabel())
                .param("madeAt", record.getCreated())
                .param("usedAt", record.getLastUsed())
                .update();
    }

    private static String transports(CredentialRecord record) {
        return record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    @Override
    @SuppressWarnings("NullAway") // the interface answers null where nothing is known
    public CredentialRecord findByCredentialId(Bytes credential) {
        return db.sql("select * from accounts.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .query(PasskeyStore::record)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return list(Bits.account(user));
    }

    List<CredentialRecord> list(Account.Id account) {
        return db.sql("select * from accounts.passkey where account = :account order by made_at")
                .param("account", account)
                .query(PasskeyStore::record)
                .list();
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        var transports = Arrays.stream(row.getString("transports").split(","))
                .filter(t -> !t.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(Bits.of(new Account.Id(row.getObject("account", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(transports)
                .attestationObject(new Bytes(orEmpty(row.getBytes("attestation"))))
                .attestationClientDataJSON(new Bytes(orEmpty(row.getBytes("client_data"))))
                .label(row.getString("label"))
                .created(row.getObject("made_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }
}
