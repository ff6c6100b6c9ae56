package kr.madang.accounts.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Grants;
import kr.madang.accounts.totp.Base32;
import kr.madang.accounts.totp.Totp;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import kr.madang.kernel.trail.Trail;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Time-based codes as a second step (OTP 인증): enrolling, accepting, recovering. Secrets are sealed; recovery codes kept as hashes. */
@Component
public class Codes {
    private static final SealedColumn SEALED =
            SealedColumn.of("accounts.totp").named("secret").keyed("account", "uuid");
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    private final CodeStore store;
    private final FieldCipher cipher;
    private final Accounts accounts;
    private final Grants grants;
    private final Trail trail;
    private final Clock clock;

    Codes(CodeStore store, FieldCipher cipher, Accounts accounts, Grants grants, Trail trail, Clock clock) {
        this.store = store;
        this.cipher = cipher;
        this.accounts = accounts;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    public boolean isEnrolled(Account.Id account) {
        return store.find(account).filter(CodeStore.Secret::confirmed).isPresent();
    }

    public int recoveryLeft(Account.Id account) {
        return store.recoveryLeft(account);
    }

    /** Makes a secret that counts once a code of it was typed; the one before it must be removed first. */
    @Transactional
    public void begin(Actor by) {
        var id = new Account.Id(by.id());
        var sealed = cipher.seal(Base32.encode(Tokens.bytes(SECRET_BYTES)), SEALED.place(id));
        if (store.begin(id, sealed, clock.instant()) == 0) throw Refused.conflict("accounts.totp.enrolled");
    }

    /** The secret being enrolled, as authenticator apps take it by hand; empty once it is confirmed: it is not shown again. */
    public Optional<String> secret(Actor by) {
        var id = new Account.Id(by.id());
        return store.find(id).filter(s -> !s.confirmed()).map(s -> cipher.open(s.sealed(), SEALED.place(id)));
    }

    /** The same as the address that a QR picture carries. */
    public Optional<String> address(Actor by) {
        return secret(by).map(secret -> "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(encoded("마당"), encoded(by.login()), secret, encoded("마당"), Totp.DIGITS, Totp.SECONDS));
    }

    /**
     * Ends the enrolling with a first code.
     *
     * @return the recovery codes, told once; empty when the code is wrong
     */
    @Transactional
    public List<String> confirm(Actor by, String typed) {
        var id = new Account.Id(by.id());
        if (!acceptCode(id, digits(typed)) || store.confirm(id, clock.instant()) == 0) return List.of();
        trail.record(by, "accounts", "totp.enrolled", "account:" + id, Map.of());
        return newRecovery(id);
    }

    private List<String> newRecovery(Account.Id id) {
        var codes = Stream.generate(() -> Base32.encode(Tokens.bytes(10)).toLowerCase(Locale.ROOT))
                .limit(RECOVERY_CODES)
                .toList();
        store.replaceRecovery(id, codes.stream().map(c -> recoveryHash(id, c)).toList());
        return codes.stream().map(c -> c.replaceAll("(.{4})(?=.)", "$1-")).toList();
    }

    /** Bound to the account, so that equal codes of two people do not look alike. */
    private static byte[] recoveryHash(Account.Id id, String code) {
        return Tokens.hash(id + ":" + code);
    }

    /** New recovery codes; those before them are worthless. */
    @Transactional
    public List<String> renewRecovery(Actor by) {
        var id = new Account.Id(by.id());
        if (!isEnrolled(id)) throw Refused.conflict("accounts.totp.not.enrolled");
        trail.record(by, "accounts", "totp.recovery.renewed", "account:" + id, Map.of());
        return newRecovery(id);
    }

    /** Takes a code of the app or a recovery code, each once. */
    boolean accept(Account.Id account, String typed) {
        if (acceptCode(account, digits(typed))) return true;
        var code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (code.length() != 16 || !store.useRecovery(account, recoveryHash(account, code), clock.instant()))
            return false;
        trail.record(Actor.SYSTEM, "accounts", "totp.recovery.used", "account:" + account, Map.of());
        return true;
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    private boolean acceptCode(Account.Id account, String typed) {
        var secret = store.find(account);
        if (secret.isEmpty()) return false;
        var opened = Base32.decode(cipher.open(secret.get().sealed(), SEALED.place(account)));
        var step = Totp.verify(opened, typed, clock.instant(), secret.get().lastStep());
        return step.isPresent() && store.take(account, step.getAsLong());
    }

    @Transactional
    public void remove(Actor by) {
        remove(by, new Account.Id(by.id()));
    }

    /** For someone who has lost their phone and their recovery codes. */
    @Transactional
    public void removeOf(Actor by, Account.Id target) {
        grants.mayChange(by, target);
        remove(by, accounts.get(target).id());
    }

    private void remove(Actor by, Account.Id id) {
        if (store.remove(id) > 0) trail.record(by, "accounts", "totp.removed", "account:" + id, Map.of());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Bean
    static Resealable sealedCodes(JdbcClient db) {
        return SEALED.in(db);
    }
}
