package kr.madang.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.kernel.sql.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A working office that opens for the first time: it has a context and a database of its own, because what it prints at its start is tested. */
class FirstAdministratorTests {
    private static final Pattern LINK = Pattern.compile("(/login/first/[A-Za-z0-9_-]{43})");

    private record Opened(ConfigurableApplicationContext office, String printed) implements AutoCloseable {
        Visitor visitor() {
            return new Visitor(
                    ((WebServerApplicationContext) office).getWebServer().getPort());
        }

        String link() {
            var found = LINK.matcher(printed);
            assertThat(found.find()).as("a link in: " + printed).isTrue();
            return found.group(1);
        }

        @Override
        public void close() {
            office.close();
        }
    }

    private static Opened open(DataSource data) {
        var console = System.out;
        var heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            var office = SecondNodeTests.node(data, Map.of("madang.demo", "false"));
            return new Opened(office, heard.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
        }
    }

    private static Map<String, String> filled(String login) {
        return Map.of(
                "login", login, "name", "한가람", "email", "", "password", "감나무 아래 첫 번째 의자", "again", "감나무 아래 첫 번째 의자");
    }

    @Test
    void theOfficeOpensWithoutAnyPasswordAndTheLinkMakesOneAdministratorOnce() throws Exception {
        var data = TestPostgres.fresh();
        var db = Sql.client(data);
        String early;
        try (var office = open(data)) {
            early = office.link();
            assertThat(db.sql("select count(*) from accounts.account")
                            .query(Long.class)
                            .single())
                    .isZero();
            for (var guess : new String[] {"admin", "root", "system"})
                assertThat(office.visitor()
                                .signIn(guess, Visitor.DEMO_PASSWORD, "/desk")
                                .statusCode())
                        .isEqualTo(422);
        }
        try (var office = open(data)) {
            var link = office.link();
            assertThat(link).isNotEqualTo(early);
            assertThat(office.visitor().get(early).statusCode()).isEqualTo(404);
            assertThat(office.visitor().get("/login/first/" + "A".repeat(43)).statusCode())
                    .isEqualTo(404);
            assertThat(office.visitor().get(link).statusCode()).isEqualTo(200);
            var weak = new java.util.HashMap<>(filled("garam"));
            weak.put("password", "password1234");
            weak.put("again", "password1234");
            assertThat(office.visitor().post(link, weak).statusCode()).isEqualTo(422);

            try (var people = Executors.newFixedThreadPool(2)) {
                Callable<Integer> one =
                        () -> office.visitor().post(link, filled("garam")).statusCode();
                Callable<Integer> other =
                        () -> office.visitor().post(link, filled("thief")).statusCode();
                var answers = people.invokeAll(java.util.List.of(one, other)).stream()
                        .map(f -> {
                            try {
                                return f.get();
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        })
                        .toList();
                assertThat(answers).containsExactlyInAnyOrder(302, 404);
            }
            assertThat(db.sql("select count(*) from accounts.account")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            var login = db.sql("select login from accounts.account")
                    .query(String.class)
                    .single();
            var first = office.visitor();
            assertThat(first.signIn(login, "감나무 아래 첫 번째 의자", "/desk").statusCode())
                    .isEqualTo(302);
            assertThat(first.get("/desk/accounts/people/new").statusCode()).isEqualTo(200);
            assertThat(office.visitor().get(link).statusCode()).isEqualTo(404);
            assertThat(db.sql(
                                    "select count(*) from accounts.one_time_link where encode(token_hash, 'escape') like '%' || :t || '%'")
                            .param("t", link.substring(13))
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        try (var office = open(data)) {
            assertThat(office.printed()).doesNotContain("/login/first/");
        }
    }
}
