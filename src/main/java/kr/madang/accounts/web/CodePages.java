package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.signin.Codes;
import kr.madang.accounts.signin.PasswordChanges;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting up an authenticator app (OTP 인증 등록): picture, first code, recovery codes. Every change asks for the password again. */
@Controller
@SignedIn
@RequestMapping("/desk/accounts/me/totp")
class CodePages {
    private final Codes codes;
    private final Accounts accounts;
    private final PasswordChanges passwords;

    CodePages(Codes codes, Accounts accounts, PasswordChanges passwords) {
        this.codes = codes;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return page(actor, "", List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView begin(Actor actor, HttpServletRequest request) {
        if (!confirms(actor, request))
            return page(actor, "accounts.password.wrong", List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        codes.begin(actor);
        return new ModelAndView("redirect:/desk/accounts/me/totp");
    }

    @PutMapping("/confirmation")
    ModelAndView confirm(@RequestParam(defaultValue = "") String code, Actor actor) {
        var recovery = codes.confirm(actor, code);
        return recovery.isEmpty()
                ? page(actor, "accounts.code.wrong", recovery, HttpStatus.UNPROCESSABLE_CONTENT)
                : page(actor, "", recovery, HttpStatus.OK);
    }

    @PostMapping("/recovery-codes")
    ModelAndView renew(Actor actor, HttpServletRequest request) {
        if (!confirms(actor, request))
            return page(actor, "accounts.password.wrong", List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        return page(actor, "", codes.renewRecovery(actor), HttpStatus.OK);
    }

    @DeleteMapping
    ModelAndView remove(Actor actor, HttpServletRequest request, RedirectAttributes then) {
        if (!confirms(actor, request))
            return page(actor, "accounts.password.wrong", List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        codes.remove(actor);
        then.addFlashAttribute("notice", Words.here("accounts.totp.removed"));
        return new ModelAndView("redirect:/desk/accounts/me");
    }

    /** The picture an authenticator app reads, drawn here and shown to nobody else. */
    @GetMapping("/picture")
    ResponseEntity<String> picture(Actor actor) {
        var address = codes.address(actor).orElseThrow(() -> Refused.missing("accounts.totp.enrolled"));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'")
                .body(QrPicture.svg(address));
    }

    private boolean confirms(Actor actor, HttpServletRequest request) {
        var account = accounts.get(new Account.Id(actor.id()));
        return !passwords.hasPassword(account.id())
                || passwords.confirms(account, PasswordPages.plain(request, "password"));
    }

    private ModelAndView page(Actor actor, String error, List<String> recovery, HttpStatus status) {
        var id = new Account.Id(actor.id());
        var model = Map.of(
                "error", error,
                "recovery", recovery,
                "secret", codes.secret(actor).orElse(""),
                "enrolled", codes.isEnrolled(id),
                "left", codes.recoveryLeft(id));
        return new ModelAndView("accounts/web/totp", model, status);
    }
}
