package kr.madang.accounts.passkeys;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.madang.accounts.Account;
import kr.madang.accounts.signin.DeskAuthentication;
import kr.madang.accounts.signin.SignIns;
import kr.madang.accounts.signin.Visit;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The verbs of passkeys (패스키): offer, register, sign in, remove. The device must check who holds it, by fingerprint, face or PIN. */
@Component
public class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int MOST = 10;
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyStore store;
    private final PasskeyOwners owners;
    private final PasskeySettings settings;
    private final SignIns signIns;
    private final Trail trail;

    Passkeys(PasskeyStore store, PasskeyOwners owners, PasskeySettings settings, SignIns signIns, Trail trail) {
        this.store = store;
        this.owners = owners;
        this.settings = settings;
        this.signIns = signIns;
        this.trail = trail;
    }

    /** Whether passkeys may be used at this address; devices bind them to it. */
    public boolean isReadyFor(String address) {
        return settings.origin(address).isPresent();
    }

    public List<Passkey> list(Account.Id account) {
        return store.list(account).stream()
                .map(r -> new Passkey(
                        r.getCredentialId().toBase64UrlString(), r.getLabel(), r.getCreated(), r.getLastUsed()))
                .toList();
    }

    public PublicKeyCredentialCreationOptions offer(Authentication owner, String address) {
        return operations(address)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
    }

    @Transactional
    public void register(
            Actor by, PublicKeyCredentialCreationOptions offered, String credential, String label, String address) {
        var id = new Account.Id(by.id());
        if (!Bits.account(offered.getUser().getId()).equals(id)
                || store.list(id).size() >= MOST) throw Refused.invalid("accounts.passkeys.refused");
        var name = label.isBlank()
                ? "패스키"
                : label.strip().substring(0, Math.min(40, label.strip().length()));
        try {
            var read = JSON.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            operations(address)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            offered, new RelyingPartyPublicKey(read, name)));
        } catch (RuntimeException e) {
            LOG.info("a passkey was refused: {}", e.getMessage());
            throw Refused.invalid("accounts.passkeys.refused");
        }
        trail.record(by, "accounts", "passkey.registered", "account:" + id, Map.of());
    }

    public PublicKeyCredentialRequestOptions challenge(String address) {
        return operations(address)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(NOBODY));
    }

    /** Signs in whoever answers the challenge with a passkey known here. */
    public SignIns.Outcome enter(
            PublicKeyCredentialRequestOptions challenge, String credential, String address, Visit visit) {
        var owner = answered(challenge, credential, address);
        if (owner.isPresent()) return signIns.byProof(owner.get(), DeskAuthentication.Way.PASSKEY, visit);
        signIns.unknownProof(DeskAuthentication.Way.PASSKEY, visit);
        return new SignIns.Wrong();
    }

    private Optional<Account.Id> answered(
            PublicKeyCredentialRequestOptions challenge, String credential, String address) {
        try {
            var read = JSON.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var owner = operations(address).authenticate(new RelyingPartyAuthenticationRequest(challenge, read));
            return Optional.of(Bits.account(owner.getId()));
        } catch (RuntimeException e) {
            LOG.info("a passkey did not fit: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Removes one of the owner's own; the handle of someone else's names nothing. */
    @Transactional
    public void remove(Actor by, String handle) {
        var id = new Account.Id(by.id());
        if (store.delete(id, decoded(handle)) > 0)
            trail.record(by, "accounts", "passkey.removed", "account:" + id, Map.of());
    }

    private static byte[] decoded(String handle) {
        try {
            return Base64.getUrlDecoder().decode(handle);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("accounts.passkeys.missing");
        }
    }

    public String json(Object options) {
        return JSON.writeValueAsString(options);
    }

    private static final Authentication NOBODY =
            new org.springframework.security.authentication.AnonymousAuthenticationToken(
                    "madang",
                    "anonymous",
                    org.springframework.security.core.authority.AuthorityUtils.createAuthorityList("NOBODY"));

    private Webauthn4JRelyingPartyOperations operations(String address) {
        URI origin = settings.origin(address).orElseThrow(() -> Refused.invalid("accounts.passkeys.address"));
        var house = PublicKeyCredentialRpEntity.builder()
                .id(origin.getHost())
                .name("마당")
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(owners, store, house, Set.of(origin.toString()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
