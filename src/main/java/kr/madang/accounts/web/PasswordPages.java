package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.signin.PasswordChanges;
import kr.madang.accounts.signin.PasswordRule;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one's password (비밀번호 변경), and setting it through a one-time link. */
@Controller
class PasswordPages {
    private final Accounts accounts;
    private final PasswordChanges passwords;

    PasswordPages(Accounts accounts, PasswordChanges passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @GetMapping("/desk/accounts/me/password")
    @SignedIn
    ModelAndView show(Actor actor) {
        return own(actor, Form.empty(), HttpStatus.OK);
    }

    @PutMapping("/desk/accounts/me/password")
    @SignedIn
    ModelAndView change(Actor actor, HttpServletRequest request, RedirectAttributes then) {
        var form = Form.of(request);
        var account = accounts.get(new Account.Id(actor.id()));
        if (passwords.hasPassword(account.id()) && !passwords.confirms(account, plain(request, "current")))
            form.refuse("current", "accounts.password.wrong");
        var wanted = wanted(form, request, account);
        if (!form.ok()) return own(actor, form, HttpStatus.UNPROCESSABLE_CONTENT);
        passwords.change(actor, wanted, request.getSession().getId());
        then.addFlashAttribute("notice", Words.here("accounts.password.changed"));
        return new ModelAndView("redirect:/desk/accounts/me");
    }

    private ModelAndView own(Actor actor, Form form, HttpStatus status) {
        var account = accounts.get(new Account.Id(actor.id()));
        var model = Map.of("form", form, "must", account.mustChange(), "known", passwords.hasPassword(account.id()));
        return new ModelAndView("accounts/web/password", model, status);
    }

    @GetMapping("/login/password/{token}")
    @Open
    ModelAndView showLink(@PathVariable String token, HttpServletResponse response) {
        return linked(token, Form.empty(), response, HttpStatus.OK);
    }

    @PostMapping("/login/password/{token}")
    @Open
    ModelAndView useLink(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes then) {
        var form = Form.of(request);
        var owner = passwords.owner(token).orElseThrow(() -> Refused.missing("accounts.link.gone"));
        var wanted = wanted(form, request, owner);
        if (!form.ok()) return linked(token, form, response, HttpStatus.UNPROCESSABLE_CONTENT);
        passwords.use(token, wanted);
        then.addFlashAttribute("notice", Words.here("accounts.password.changed"));
        return new ModelAndView("redirect:/login");
    }

    private ModelAndView linked(String token, Form form, HttpServletResponse response, HttpStatus status) {
        var owner = passwords.owner(token).orElseThrow(() -> Refused.missing("accounts.link.gone"));
        // the address itself is the secret, so it is told to no one, not even to ourselves
        response.setHeader("Referrer-Policy", "no-referrer");
        return new ModelAndView(
                "accounts/web/link", Map.of("token", token, "form", form, "login", owner.login()), status);
    }

    /** The new password, typed twice alike and allowed; otherwise the form says why not. */
    private String wanted(Form form, HttpServletRequest request, Account owner) {
        var wanted = plain(request, "password");
        if (!wanted.equals(plain(request, "again"))) form.refuse("again", "accounts.password.unequal");
        passwords
                .objection(owner, wanted)
                .ifPresent(code -> form.refuse("password", code, PasswordRule.SHORTEST, PasswordRule.LONGEST));
        return wanted;
    }

    /** Blanks around a password belong to it. */
    static String plain(HttpServletRequest request, String field) {
        var typed = request.getParameter(field);
        return typed == null ? "" : typed;
    }
}
