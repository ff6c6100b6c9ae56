package kr.madang.notices.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.crypto.BlindIndex;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Templates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of keys (연계 인증키): made, opened by an approval, revoked. The key itself is shown to whoever made it, once. */
@Component
public class ApiKeys {
    private static final int SECRET_BYTES = 32;
    private static final int ENDING = 4;
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    /** A new key. @param token the key itself, seen never again */
    public record Made(ApiKey key, String token) {
        /** Without the key, for it may end up in a log. */
        @Override
        public String toString() {
            return "Made[" + key.id() + "]";
        }
    }

    private final KeyStore store;
    private final KeyApproval approval;
    private final Templates templates;
    private final BlindIndex index;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(KeyStore store, KeyApproval approval, Templates templates, BlindIndex index, Trail trail, Clock clock) {
        this.store = store;
        this.approval = approval;
        this.templates = templates;
        this.index = index;
        this.trail = trail;
        this.clock = clock;
    }

    /** Makes a key and, unless it reaches nobody, the paper that asks for its approval. */
    @Transactional
    public Made make(Actor by, KeyDraft draft) {
        require(by);
        draft.checkDays(today());
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = "madang_" + draft.kind().word() + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var key = key(by, draft, token);
        try {
            store.insert(key, KeySeal.digest(token));
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.key.taken", draft.name());
        }
        if (draft.kind().needsApproval()) approval.ask(by, key);
        trail.record(by, "notices", "key.made", "key:" + key.id(), Map.of("kind", key.kind(), "seal", key.seal()));
        return new Made(get(key.id()), token);
    }

    private ApiKey key(Actor by, KeyDraft draft, String token) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key = new ApiKey(
                Id.next(now),
                draft.name(),
                draft.purpose(),
                draft.kind(),
                draft.kind().needsApproval() ? ApiKey.State.WAITING : ApiKey.State.ACTIVE,
                token.substring(token.length() - ENDING),
                draft.expires(),
                draft.perMinute(),
                draft.perMonth(),
                draft.free(),
                "",
                null,
                "",
                by.id(),
                by.name(),
                now,
                null,
                "",
                "",
                draft.templates().stream().map(this::text).toList(),
                draft.addresses().stream()
                        .map(a -> new ApiKey.Listed(finder(a), a.masked()))
                        .toList());
        return sealed(key, KeySeal.of(key));
    }

    private static ApiKey sealed(ApiKey k, String seal) {
        return new ApiKey(
                k.id(),
                k.name(),
                k.purpose(),
                k.kind(),
                k.state(),
                k.ending(),
                k.expires(),
                k.perMinute(),
                k.perMonth(),
                k.free(),
                seal,
                k.paper(),
                k.number(),
                k.author(),
                k.authorName(),
                k.madeAt(),
                k.revokedAt(),
                k.revokedBy(),
                k.revokedWhy(),
                k.texts(),
                k.addresses());
    }

    /** Only what the office has to tell: advertising asks for consents that a key cannot have. */
    private ApiKey.Text text(UUID id) {
        var kept = templates.get(id);
        if (kept.retired() || kept.kind() != Kind.PUBLIC) throw Refused.invalid("notices.key.template", kept.name());
        var latest = kept.latest();
        return new ApiKey.Text(id, latest.number(), kept.name(), kept.channel(), latest.text(), latest.hash());
    }

    String finder(Address address) {
        return index.exact(
                "notices.api_key_address",
                "finder",
                address.channel() == Channel.SMS ? BlindIndex.Form.DIGITS : BlindIndex.Form.EMAIL,
                address.value());
    }

    /** Asks again after the paper came back. @return id of the new paper */
    @Transactional
    public UUID ask(Actor by, UUID id) {
        require(by);
        var key = store.lock(id).orElseThrow(ApiKeys::missing);
        if (key.state() != ApiKey.State.RETURNED) throw Refused.conflict("notices.key.notreturned");
        return approval.ask(by, key);
    }

    /** Closes a key for good, at once and everywhere. */
    @Transactional
    public void revoke(Actor by, UUID id, String why) {
        require(by);
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) throw Refused.invalid("notices.key.why", LONGEST);
        var key = store.lock(id).orElseThrow(ApiKeys::missing);
        if (!by.id().equals(key.author()) && !by.may("notices", Level.APPROVE))
            throw new Refused(Refused.Reason.FORBIDDEN, "notices.key.may.revoke");
        if (!store.revoke(by, id, reason, now())) throw Refused.conflict("notices.key.revoked");
        trail.record(by, "notices", "key.revoked", "key:" + id, Map.of("why", reason));
    }

    public List<ApiKey> all() {
        return store.all(MOST);
    }

    public ApiKey get(UUID id) {
        return store.find(id).orElseThrow(ApiKeys::missing);
    }

    /**
     * Lets a program in by its key.
     *
     * @throws Refused unauthenticated for whatever is no key that opens anything, forbidden for one that does not yet
     */
    public ApiKey enter(String token) {
        var key = token.length() > LONGEST
                ? java.util.Optional.<ApiKey>empty()
                : store.byHash(KeySeal.digest(token)).filter(k -> k.state() != ApiKey.State.REVOKED);
        var found = key.orElseThrow(() -> new Refused(Refused.Reason.UNAUTHENTICATED, "notices.api.key"));
        if (found.expired(today())) throw new Refused(Refused.Reason.UNAUTHENTICATED, "notices.api.expired");
        if (found.state() != ApiKey.State.ACTIVE || !found.sealed())
            throw new Refused(Refused.Reason.FORBIDDEN, "notices.api.waiting");
        return found;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Calendar.SEOUL);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void require(Actor by) {
        if (!by.may("notices", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.key.may");
    }

    private static Refused missing() {
        return Refused.missing("notices.key.missing");
    }
}
