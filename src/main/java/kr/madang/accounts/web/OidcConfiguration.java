package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import kr.madang.accounts.Account;
import kr.madang.accounts.signin.DeskAuthentication.Way;
import kr.madang.accounts.signin.OidcLinks;
import kr.madang.accounts.signin.ReturnPath;
import kr.madang.accounts.signin.SignIns;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** The organization's own login (통합 로그인), there only where {@code MADANG_OIDC_ISSUER} names one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("madang.oidc.issuer")
class OidcConfiguration {
    /** Asked for when first used, so that the office opens even while the issuer is down. */
    @Bean
    ClientRegistrationRepository oidcIssuer(
            @Value("${madang.oidc.issuer}") String issuer,
            @Value("${madang.oidc.client-id}") String client,
            @Value("${madang.oidc.client-secret:}") String secret) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(issuer)
                        .registrationId("madang")
                        .clientId(client)
                        .clientSecret(secret)
                        .scope("openid", "email", "profile")
                        .build()));
    }

    @Bean
    OAuth2AuthorizedClientRepository noTokensKept() {
        return new NoTokens();
    }

    @Bean
    AuthenticationSuccessHandler oidcEntry(OidcLinks links, SignIns signIns, DeskSessions sessions) {
        return (request, response, proof) -> enter(links, signIns, sessions, request, response, proof);
    }

    private static void enter(
            OidcLinks links,
            SignIns signIns,
            DeskSessions sessions,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication proof)
            throws IOException {
        var visit = LoginPages.visit(request);
        var account = proof.getPrincipal() instanceof OidcUser user
                        && user.getIssuer() instanceof URL issuer
                        && user.getSubject() instanceof String subject
                ? links.account(issuer.toString(), subject, verified(user))
                : Optional.<Account.Id>empty();
        if (account.isPresent()
                && signIns.byProof(account.get(), Way.OIDC, visit) instanceof SignIns.Entered(var desk)) {
            response.sendRedirect(sessions.open(desk, ReturnPath.of(null), request, response));
            return;
        }
        if (account.isEmpty()) signIns.unknownProof(Way.OIDC, visit);
        SecurityContextHolder.clearContext();
        request.getSession().invalidate();
        response.sendRedirect("/login?failed");
    }

    private static Optional<String> verified(OidcUser user) {
        return Boolean.TRUE.equals(user.getEmailVerified()) ? Optional.ofNullable(user.getEmail()) : Optional.empty();
    }

    /** The issuer's tokens prove who came, and are then forgotten: nothing here acts with them. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("NullAway") // the interface answers null where nothing is kept
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}
