package kr.madang.notices.web.recipients;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.madang.notices.recipients.door.Pass;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Keeps the pass of a resident in a cookie of the browser (주민 출입증): no session is made, and nothing but the signed pass is kept. */
@Component
class MyPass {
    static final long MINUTES = Pass.LASTS.toMinutes();

    private static final String COOKIE = "madang-notices";

    private final Pass pass;

    MyPass(Pass pass) {
        this.pass = pass;
    }

    Optional<UUID> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(c -> c.getName().equals(COOKIE))
                .findFirst()
                .flatMap(c -> pass.in(c.getValue()));
    }

    void give(UUID contact, HttpServletRequest request, HttpServletResponse response) {
        set(pass.in(contact), Pass.LASTS, request, response);
    }

    void take(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/notices")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
