package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import kr.madang.accounts.passkeys.Passkeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Which ways in this office offers besides the password. */
@Component
class LoginChoices {
    private final ObjectProvider<ClientRegistrationRepository> oidc;
    private final Passkeys passkeys;

    LoginChoices(ObjectProvider<ClientRegistrationRepository> oidc, Passkeys passkeys) {
        this.oidc = oidc;
        this.passkeys = passkeys;
    }

    boolean hasPasskeys(HttpServletRequest request) {
        return passkeys.isReadyFor(request.getRequestURL().toString());
    }

    boolean hasOidc() {
        return oidc.getIfAvailable() != null;
    }
}
