package kr.madang.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kr.madang.DemoTest;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Declaration;
import kr.madang.kernel.access.OwnProof;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tries every route of the house with every role of the demo office and compares the answer with what the handler declares. */
@DemoTest
class RoutesTests {
    private static final String NOBODY = "";
    private static final List<String> ROLES = List.of(NOBODY, "chief", "press", "clerk", "auditor", "admin", "media3");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final List<String> CANDIDATES = List.of(
            "0",
            "00000000-0000-7000-8000-000000000000",
            "nothing",
            "office.nothing",
            "2026",
            "2026-01",
            "2000-01-03",
            "2026-000001",
            "pdf",
            "csv",
            "abcdefghijklmnopqrstuvwx");

    private record Route(HttpMethod method, String path, HandlerMethod handler) {}

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    List<OwnProof> proofs;

    @Autowired
    AccountStore accounts;

    @Autowired
    GrantStore grants;

    @Test
    void everyHandlerOfTheHouseDeclaresWhatItNeeds() {
        assertThat(routes(h -> isOurs(h) && Declaration.of(h).isEmpty())).isEmpty();
        assertThat(routes(this::isOurs)).hasSizeGreaterThan(40);
    }

    @Test
    void everyRouteAnswersEveryRoleAsDeclared() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : routes(h -> true))
            for (var role : ROLES) {
                var said = judge(route, role);
                if (!said.isEmpty()) wrong.add(route.method() + " " + route.path() + " as '" + role + "': " + said);
            }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noUnsafeRouteTakesAFormWithoutItsToken() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : routes(h -> true)) {
            if (SAFE.contains(route.method()) || provesItself(route.path())) continue;
            var answer = mvc.perform(
                            request(route.method(), URI.create(route.path())).with(AtDesk.as("admin")))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() != 403) wrong.add(route.method() + " " + route.path() + ": " + answer.getStatus());
        }
        assertThat(wrong).isEmpty();
    }

    private boolean provesItself(String path) {
        var matcher = new AntPathMatcher();
        return proofs.stream().flatMap(p -> p.paths().stream()).anyMatch(pattern -> matcher.match(pattern, path));
    }

    /** @return what is wrong, or nothing */
    private String judge(Route route, String role) throws Exception {
        boolean allowed =
                Declaration.of(route.handler()).map(d -> d.allows(actor(role))).orElse(false);
        boolean safe = SAFE.contains(route.method());
        // what is allowed to change things is not tried here: it would
        if (allowed && !safe) return "";
        var asked = request(route.method(), URI.create(route.path())).with(csrf());
        if (!role.equals(NOBODY)) asked.with(AtDesk.as(role));
        var answer = mvc.perform(asked).andReturn().getResponse();
        int status = answer.getStatus();
        var location = String.valueOf(answer.getHeader("Location"));
        boolean refused = status == 401 || status == 403 || (status == 302 && location.startsWith("/login?"));
        // the pages that fail on purpose, for the tests of failing
        if (route.path().startsWith("/trouble")) return "";
        if (status >= 500) return "answers " + status;
        // whoever comes with a proof of his own is asked for it, whoever he is here
        if (status == 401 && provesItself(route.path())) return "";
        // open to everybody, and yet only to who brings a proof of his own
        if (allowed && refused && provesItself(route.path())) return "";
        return allowed == refused ? "declared " + (allowed ? "allowed" : "refused") + ", answers " + status : "";
    }

    private Actor actor(String role) {
        if (role.equals(NOBODY)) return null;
        var a = accounts.findByLogin(role).orElseThrow();
        return new Actor(a.id().value(), a.login(), a.name(), a.team(), grants.current(a.id()));
    }

    private boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("kr.madang");
    }

    private List<Route> routes(Predicate<HandlerMethod> which) {
        var routes = new ArrayList<Route>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (!which.test(handler)) return;
            var methods = info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues())
                for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                    if (!pattern.equals("/error"))
                        routes.add(new Route(method.asHttpMethod(), filled(pattern), handler));
        });
        return routes;
    }

    /** Names for the parts of an address that nobody has; a part that must look a certain way gets one that does. */
    private static String filled(String pattern) {
        return Pattern.compile("\\{\\*?(\\w+)(?::((?:[^{}]|\\{[^}]*})+))?}")
                .matcher(pattern)
                .replaceAll(part -> {
                    var must = part.group(2) == null ? ".+" : part.group(2);
                    var name = part.group(1).toLowerCase(java.util.Locale.ROOT);
                    return CANDIDATES.stream()
                            .filter(c -> c.matches(must))
                            .filter(c -> name.endsWith("id") == c.startsWith("00000000"))
                            .findFirst()
                            .or(() -> CANDIDATES.stream()
                                    .filter(c -> c.matches(must))
                                    .findFirst())
                            .orElseThrow(() -> new AssertionError("nothing fits " + pattern));
                });
    }
}
