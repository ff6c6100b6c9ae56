package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.signin.FirstAdministrator;
import kr.madang.accounts.signin.PasswordRule;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind the link printed on the console: the first administrator (첫 관리자) names themselves. */
@Controller
@Open
class FirstPages {
    private final FirstAdministrator first;

    FirstPages(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping("/login/first/{token}")
    ModelAndView show(@PathVariable String token, HttpServletResponse response) {
        if (!first.isInvited(token)) throw Refused.missing("accounts.link.gone");
        return page(token, Form.empty(), response, HttpStatus.OK);
    }

    @PostMapping("/login/first/{token}")
    ModelAndView accept(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes then) {
        if (!first.isInvited(token)) throw Refused.missing("accounts.link.gone");
        var form = Form.of(request);
        var login = form.required("login");
        var name = form.required("name");
        var password = PasswordPages.plain(request, "password");
        if (!password.equals(PasswordPages.plain(request, "again"))) form.refuse("again", "accounts.password.unequal");
        if (form.ok()) accept(token, form, login, name, password);
        if (!form.ok()) return page(token, form, response, HttpStatus.UNPROCESSABLE_CONTENT);
        then.addFlashAttribute("notice", Words.here("accounts.first.done"));
        return new ModelAndView("redirect:/login");
    }

    private void accept(String token, Form form, String login, String name, String password) {
        try {
            first.accept(token, login, new Accounts.Details(name, "", "", "", form.value("email")), password);
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.INVALID) throw e;
            form.refuse(field(e.code()), e.code(), e.args().toArray());
        }
    }

    private static String field(String code) {
        if (code.startsWith("accounts.password")) return "password";
        if (code.startsWith("accounts.name")) return "name";
        return code.startsWith("accounts.email") ? "email" : "login";
    }

    private static ModelAndView page(String token, Form form, HttpServletResponse response, HttpStatus status) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return new ModelAndView(
                "accounts/web/first", Map.of("token", token, "form", form, "shortest", PasswordRule.SHORTEST), status);
    }
}
