package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Grants;
import kr.madang.accounts.passkeys.Passkeys;
import kr.madang.accounts.signin.Codes;
import kr.madang.accounts.signin.DeskSessionList;
import kr.madang.accounts.signin.PasswordChanges;
import kr.madang.accounts.signin.SignInLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My account (내 계정): what one is here, one's ways in, one's running sessions. */
@Controller
@SignedIn
@RequestMapping("/desk/accounts/me")
class MePages {
    private static final int RECENT = 10;

    private final Accounts accounts;
    private final Grants grants;
    private final PasswordChanges passwords;
    private final Codes codes;
    private final Passkeys passkeys;
    private final DeskSessionList sessions;
    private final SignInLog signIns;

    MePages(
            Accounts accounts,
            Grants grants,
            PasswordChanges passwords,
            Codes codes,
            Passkeys passkeys,
            DeskSessionList sessions,
            SignInLog signIns) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.codes = codes;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.signIns = signIns;
    }

    @GetMapping
    String show(Actor actor, HttpServletRequest request, Model model) {
        var id = new Account.Id(actor.id());
        model.addAttribute("account", accounts.get(id));
        model.addAttribute("grants", new java.util.TreeMap<>(grants.current(id)));
        model.addAttribute("hasPassword", passwords.hasPassword(id));
        model.addAttribute("enrolled", codes.isEnrolled(id));
        model.addAttribute("recoveryLeft", codes.recoveryLeft(id));
        model.addAttribute("passkeys", passkeys.list(id));
        model.addAttribute(
                "passkeysReady", passkeys.isReadyFor(request.getRequestURL().toString()));
        model.addAttribute("sessions", sessions.list(id, request.getSession().getId()));
        model.addAttribute("signIns", signIns.list(id, RECENT));
        return "accounts/web/me";
    }

    @DeleteMapping("/sessions")
    String endOthers(Actor actor, HttpServletRequest request, RedirectAttributes then) {
        int ended = sessions.endOthers(actor, request.getSession().getId());
        return saying(then, ended == 0 ? "accounts.sessions.none" : "accounts.sessions.ended");
    }

    @DeleteMapping("/sessions/{handle}")
    String end(@PathVariable String handle, Actor actor, RedirectAttributes then) {
        boolean ended = sessions.end(actor, handle);
        return saying(then, ended ? "accounts.sessions.ended" : "accounts.sessions.none");
    }

    private static String saying(RedirectAttributes then, String code) {
        then.addFlashAttribute("notice", kr.madang.kernel.web.Words.here(code));
        return "redirect:/desk/accounts/me";
    }
}
