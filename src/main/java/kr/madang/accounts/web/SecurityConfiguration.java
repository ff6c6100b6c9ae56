package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kr.madang.kernel.access.Actors;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.OwnProof;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * The outer wall: the public zone is open, the desk asks to sign in, operator pages stay inside, forms carry a token, and pages may load
 * nothing from elsewhere. What each handler needs beyond that it declares itself.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain wall(
            HttpSecurity http,
            Door door,
            Actors actors,
            ObjectProvider<AuthenticationSuccessHandler> oidc,
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            List<OwnProof> proofs)
            throws Exception {
        var entry = oidc.getIfAvailable();
        if (entry != null)
            http.oauth2Login(o -> o.loginPage("/login")
                    .successHandler(entry)
                    .failureHandler((request, response, why) -> response.sendRedirect("/login?failed")));
        return http.authorizeHttpRequests(paths -> paths.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**")
                        .access((who, at) -> new AuthorizationDecision(isInside(at.getRequest()) || operates(actors)))
                        .requestMatchers("/desk", "/desk/**")
                        .access((who, at) ->
                                new AuthorizationDecision(actors.current().isPresent()))
                        .anyRequest()
                        .permitAll())
                .securityContext(c -> c.securityContextRepository(contexts))
                .requestCache(c -> c.disable())
                .csrf(c -> c.csrfTokenRepository(tokens)
                        // machines call here, each with a signature of its own; no session counts there
                        .ignoringRequestMatchers("/notices/hooks/**")
                        .ignoringRequestMatchers(
                                proofs.stream().flatMap(p -> p.paths().stream()).toArray(String[]::new)))
                .exceptionHandling(e -> e.authenticationEntryPoint(door))
                .anonymous(a -> {})
                .formLogin(f -> f.disable())
                .httpBasic(b -> b.disable())
                .logout(l -> l.logoutUrl("/logout").logoutSuccessUrl("/"))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .build();
    }

    /** From this machine itself, and not through a proxy on it. */
    private static boolean isInside(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return (address.equals("127.0.0.1") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1"))
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static boolean operates(Actors actors) {
        return actors.current().filter(a -> a.may("kernel", Level.MANAGE)).isPresent();
    }

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** In a cookie, so that reading a public page makes no session. */
    @Bean
    CsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("madang-csrf");
        tokens.setCookieCustomizer(c -> c.httpOnly(true).sameSite("Lax").path("/"));
        return tokens;
    }

    /** Keeps a form that was sent after the session had ended, so that it can be sent again. */
    @Bean
    RequestCache unsent() {
        return new HttpSessionRequestCache();
    }
}
