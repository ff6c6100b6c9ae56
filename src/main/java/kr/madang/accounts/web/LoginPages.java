package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kr.madang.accounts.signin.Pending;
import kr.madang.accounts.signin.ReturnPath;
import kr.madang.accounts.signin.SignIns;
import kr.madang.accounts.signin.Visit;
import kr.madang.kernel.access.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The login pages (로그인): name and password, then the code of those who use one. */
@Controller
@Open
class LoginPages {
    private final SignIns signIns;
    private final DeskSessions sessions;
    private final LoginChoices choices;

    LoginPages(SignIns signIns, DeskSessions sessions, LoginChoices choices) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.choices = choices;
    }

    @GetMapping("/login")
    ModelAndView show(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String unsent,
            @RequestParam(required = false) @Nullable String failed,
            HttpServletRequest request) {
        var page = page(request, ReturnPath.of(next), "", "", 0, HttpStatus.OK);
        page.addObject("unsent", unsent != null);
        if (failed != null) page.addObject("error", "accounts.oidc.unknown");
        return page;
    }

    @PostMapping("/login")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var path = ReturnPath.of(next);
        return switch (signIns.byPassword(login, password, visit(request))) {
            case SignIns.Entered(var desk) -> redirect(sessions.open(desk, path, request, response));
            case SignIns.CodeNeeded(var pending) -> askCode(pending, path, request);
            case SignIns.Wrong() ->
                page(request, path, login, "accounts.login.wrong", 0, HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIns.Wait(var rest) ->
                page(request, path, login, "accounts.signin.wait", minutes(rest), HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private ModelAndView askCode(Pending pending, ReturnPath path, HttpServletRequest request) {
        sessions.remember(pending, path, request);
        return redirect("/login/code");
    }

    @GetMapping("/login/code")
    ModelAndView showCode(HttpServletRequest request) {
        if (sessions.pending(request).isEmpty()) return redirect("/login");
        return code("", 0, HttpStatus.OK);
    }

    @PostMapping("/login/code")
    ModelAndView enterCode(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var pending = sessions.pending(request);
        if (pending.isEmpty()) return redirect("/login");
        return switch (signIns.byCode(pending.get(), code, visit(request))) {
            case SignIns.Entered(var desk) ->
                redirect(sessions.open(desk, sessions.pendingPath(request), request, response));
            case SignIns.Wait(var rest) -> code("accounts.signin.wait", minutes(rest), HttpStatus.TOO_MANY_REQUESTS);
            case SignIns.Wrong _, SignIns.CodeNeeded _ ->
                code("accounts.code.wrong", 0, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Shows what was typed into a form when the session had ended, so that it can be sent again. */
    @GetMapping("/login/unsent")
    ModelAndView unsent(HttpServletRequest request, HttpServletResponse response) {
        return sessions.unsent(request, response)
                .map(form -> new ModelAndView("accounts/web/unsent", Map.of("form", form)))
                .orElseGet(() -> redirect("/desk"));
    }

    private ModelAndView page(
            HttpServletRequest request, ReturnPath next, String login, String error, long minutes, HttpStatus status) {
        var model = new HashMap<String, Object>();
        model.put("next", next.path());
        model.put("login", login);
        model.put("error", error);
        model.put("minutes", minutes);
        model.put("unsent", false);
        model.put("oidc", choices.hasOidc());
        model.put("passkeys", choices.hasPasskeys(request));
        return new ModelAndView("accounts/web/login", model, status);
    }

    private static ModelAndView code(String error, long minutes, HttpStatus status) {
        return new ModelAndView("accounts/web/code", Map.of("error", error, "minutes", minutes), status);
    }

    private static ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + path);
    }

    static long minutes(Duration rest) {
        return Math.max(1, Math.ceilDiv(rest.toSeconds(), 60));
    }

    static Visit visit(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Visit(request.getRemoteAddr(), agent == null ? "" : agent);
    }
}
