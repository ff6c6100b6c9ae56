package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads whoever must choose a new password to that page before any other of the desk. */
@Component
class MustChange implements HandlerInterceptor, WebMvcConfigurer {
    private static final String PAGE = "/desk/accounts/me/password";

    private final Actors actors;
    private final Accounts accounts;

    MustChange(Actors actors, Accounts accounts) {
        this.actors = actors;
        this.accounts = accounts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/desk", "/desk/**", "/api/**")
                .excludePathPatterns(PAGE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean must = actors.current()
                .flatMap(a -> accounts.find(new Account.Id(a.id())))
                .filter(Account::mustChange)
                .isPresent();
        if (!must) return true;
        if (Door.isProgram(request)) throw new Refused(Refused.Reason.FORBIDDEN, "accounts.password.must");
        response.sendRedirect(PAGE);
        return false;
    }
}
