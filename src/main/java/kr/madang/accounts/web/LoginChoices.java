package kr.madang.accounts.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Which ways in this office offers besides the password. */
@Component
class LoginChoices {
    private final ObjectProvider<ClientRegistrationRepository> oidc;

    LoginChoices(ObjectProvider<ClientRegistrationRepository> oidc) {
        this.oidc = oidc;
    }

    boolean hasOidc() {
        return oidc.getIfAvailable() != null;
    }
}
