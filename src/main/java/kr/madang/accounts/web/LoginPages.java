package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import kr.madang.accounts.ReturnPath;
import kr.madang.accounts.SignIns;
import kr.madang.kernel.access.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The login page (로그인). */
@Controller
@Open
class LoginPages {
    private final SignIns signIns;
    private final DeskSessions sessions;

    LoginPages(SignIns signIns, DeskSessions sessions) {
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @GetMapping("/login")
    ModelAndView show(@RequestParam(required = false) @Nullable String next) {
        return page(ReturnPath.of(next), "", "", HttpStatus.OK);
    }

    @PostMapping("/login")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var entered = signIns.byPassword(login, password);
        if (entered.isEmpty())
            return page(ReturnPath.of(next), login, "accounts.login.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
        sessions.open(entered.get(), request, response);
        return new ModelAndView("redirect:" + ReturnPath.of(next).path());
    }

    private static ModelAndView page(ReturnPath next, String login, String error, HttpStatus status) {
        return new ModelAndView(
                "accounts/web/login", Map.of("next", next.path(), "login", login, "error", error), status);
    }
}
