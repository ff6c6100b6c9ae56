package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.signin.Codes;
import kr.madang.accounts.signin.PasswordChanges;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What an administrator does to an account (계정 처리): suspend, restore, close, unlock, hand over a link. */
@Controller
@RequestMapping("/desk/accounts/people/{id}")
@Needs(room = "accounts", level = Level.MANAGE)
class PeopleActs {
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final Codes codes;

    PeopleActs(Accounts accounts, PasswordChanges passwords, Codes codes) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
    }

    @PostMapping("/suspension")
    String suspend(@PathVariable Account.Id id, @RequestParam String reason, Actor actor, RedirectAttributes then) {
        accounts.suspend(actor, id, reason);
        return done(id, "accounts.act.suspended", then);
    }

    @DeleteMapping("/suspension")
    String restore(@PathVariable Account.Id id, @RequestParam String reason, Actor actor, RedirectAttributes then) {
        accounts.restore(actor, id, reason);
        return done(id, "accounts.act.restored", then);
    }

    @PostMapping("/departure")
    String close(@PathVariable Account.Id id, @RequestParam String closing, Actor actor, RedirectAttributes then) {
        accounts.close(actor, id, closing);
        return done(id, "accounts.act.closed", then);
    }

    @DeleteMapping("/lock")
    String unlock(@PathVariable Account.Id id, Actor actor, RedirectAttributes then) {
        passwords.unlock(actor, id);
        return done(id, "accounts.act.unlocked", then);
    }

    @DeleteMapping("/totp")
    String removeCodes(@PathVariable Account.Id id, Actor actor, RedirectAttributes then) {
        codes.removeOf(actor, id);
        return done(id, "accounts.totp.removed", then);
    }

    @PostMapping("/password-change")
    String requireChange(@PathVariable Account.Id id, Actor actor, RedirectAttributes then) {
        passwords.requireChange(actor, id);
        return done(id, "accounts.act.must", then);
    }

    /** The link is on this page once; it is stored nowhere. */
    @PostMapping("/password-link")
    ModelAndView link(@PathVariable Account.Id id, Actor actor, HttpServletRequest request) {
        var token = passwords.link(actor, id);
        var link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/login/password/")
                .path(token)
                .toUriString();
        return new ModelAndView("accounts/web/handover")
                .addObject("account", accounts.get(id))
                .addObject("link", link);
    }

    private static String done(Account.Id id, String code, RedirectAttributes then) {
        then.addFlashAttribute("notice", Words.here(code));
        return "redirect:/desk/accounts/people/" + id;
    }
}
