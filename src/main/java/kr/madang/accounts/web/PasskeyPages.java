package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.passkeys.Passkeys;
import kr.madang.accounts.signin.PasswordChanges;
import kr.madang.accounts.signin.ReturnPath;
import kr.madang.accounts.signin.SignIns;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passkeys on pages (패스키): the one thing here that needs a script, because only the browser can ask the device. */
@Controller
class PasskeyPages {
    private static final String OFFERED = "madang.passkey.offered";
    private static final String CHALLENGE = "madang.passkey.challenge";

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final DeskSessions sessions;

    PasskeyPages(Passkeys passkeys, Accounts accounts, PasswordChanges passwords, DeskSessions sessions) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping("/desk/accounts/me/passkeys")
    @SignedIn
    String show(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("passkeys", passkeys.list(new Account.Id(actor.id())));
        model.addAttribute("ready", passkeys.isReadyFor(address(request)));
        return "accounts/web/passkeys";
    }

    @PostMapping(path = "/desk/accounts/me/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @SignedIn
    @ResponseBody
    String offer(Actor actor, Authentication owner, HttpServletRequest request) {
        var account = accounts.get(new Account.Id(actor.id()));
        if (passwords.hasPassword(account.id())
                && !passwords.confirms(account, PasswordPages.plain(request, "password")))
            throw Refused.invalid("accounts.password.wrong");
        var offered = passkeys.offer(owner, address(request));
        request.getSession().setAttribute(OFFERED, offered);
        return passkeys.json(offered);
    }

    @PostMapping("/desk/accounts/me/passkeys")
    @SignedIn
    String register(
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String label,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes then) {
        if (!(take(request, OFFERED) instanceof PublicKeyCredentialCreationOptions offered))
            throw Refused.invalid("accounts.passkeys.refused");
        passkeys.register(actor, offered, credential, label, address(request));
        then.addFlashAttribute("notice", Words.here("accounts.passkeys.registered"));
        return "redirect:/desk/accounts/me/passkeys";
    }

    @DeleteMapping("/desk/accounts/me/passkeys/{handle}")
    @SignedIn
    String remove(@PathVariable String handle, Actor actor, RedirectAttributes then) {
        passkeys.remove(actor, handle);
        then.addFlashAttribute("notice", Words.here("accounts.passkeys.removed"));
        return "redirect:/desk/accounts/me/passkeys";
    }

    @PostMapping(path = "/login/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Open
    @ResponseBody
    String challenge(HttpServletRequest request) {
        var challenge = passkeys.challenge(address(request));
        request.getSession().setAttribute(CHALLENGE, challenge);
        return passkeys.json(challenge);
    }

    @PostMapping("/login/passkey")
    @Open
    @ResponseBody
    Map<String, String> enter(
            @RequestParam String credential,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!(take(request, CHALLENGE) instanceof PublicKeyCredentialRequestOptions challenge))
            throw Refused.invalid("accounts.passkeys.refused");
        var outcome = passkeys.enter(challenge, credential, address(request), LoginPages.visit(request));
        if (!(outcome instanceof SignIns.Entered(var desk))) throw Refused.invalid("accounts.passkeys.unknown");
        return Map.of("next", sessions.open(desk, ReturnPath.of(next), request, response));
    }

    /** What was asked of the device is good for one answer. */
    private static @Nullable Object take(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        if (session == null) return null;
        var value = session.getAttribute(name);
        session.removeAttribute(name);
        return value;
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURL().toString();
    }
}
