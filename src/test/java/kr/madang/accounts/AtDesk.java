package kr.madang.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import kr.madang.accounts.signin.DeskAuthentication;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Level;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Puts someone at the desk of a mocked request: {@code mvc.get().uri("/desk/office/staffing").with(AtDesk.as("clerk"))} in the demo
 * office, {@code with(AtDesk.who(Map.of("office", Level.WORK)))} in an empty one. Unsafe methods also need {@code csrf()}.
 */
public final class AtDesk {
    private AtDesk() {}

    /** An account that exists, such as those of the demo office. */
    public static RequestPostProcessor as(String login) {
        return request -> {
            var house = house(request.getServletContext());
            var account = house.getBean(AccountStore.class).findByLogin(login).orElseThrow();
            return sit(account.id()).postProcessRequest(request);
        };
    }

    /** Someone new of no team, with these rights. */
    public static RequestPostProcessor who(Map<String, Level> grants) {
        return who("", grants);
    }

    /** Someone new of this team, with these rights. */
    public static RequestPostProcessor who(String team, Map<String, Level> grants) {
        return request -> {
            var house = house(request.getServletContext());
            return sit(made(house, team, grants)).postProcessRequest(request);
        };
    }

    private static Account.Id made(WebApplicationContext house, String team, Map<String, Level> grants) {
        var now = Instant.now();
        var id = new Account.Id(Id.next(now));
        var login = "t" + Long.toString(id.value().getLeastSignificantBits() >>> 1, 36);
        var state = Account.State.ACTIVE;
        var account =
                new Account(id, login, "시험 직원", team, "주무관", "", "", state, false, 0, now, "system", now, "system");
        house.getBean(AccountStore.class).insert(account, null);
        grants.forEach((room, level) ->
                house.getBean(GrantStore.class).open(Id.next(now), id, room, level, now, "system", "시험"));
        return id;
    }

    private static RequestPostProcessor sit(Account.Id id) {
        return authentication(new DeskAuthentication(id, DeskAuthentication.Way.PASSWORD, Instant.now()));
    }

    private static WebApplicationContext house(jakarta.servlet.ServletContext context) {
        return Objects.requireNonNull(WebApplicationContextUtils.getWebApplicationContext(context));
    }
}
