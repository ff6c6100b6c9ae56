package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.madang.accounts.DeskAuthentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens the session of someone who has proved who they are, under a new id, so that a planted one is worth nothing. */
@Component
class DeskSessions {
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository tokens;

    DeskSessions(SecurityContextRepository contexts, CsrfTokenRepository tokens) {
        this.contexts = contexts;
        this.tokens = tokens;
    }

    void open(DeskAuthentication who, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null) request.getSession();
        else request.changeSessionId();
        tokens.saveToken(null, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
