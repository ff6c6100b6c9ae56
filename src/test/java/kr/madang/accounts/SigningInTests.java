package kr.madang.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import kr.madang.DemoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoTest
class SigningInTests {
    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @Test
    void theDeskAsksToSignInAndLeadsBack() throws Exception {
        var asked = visitor.get("/desk/accounts/me?tab=1");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location")).hasValue("/login?next=%2Fdesk%2Faccounts%2Fme%3Ftab%3D1");

        var entered = visitor.signIn("chief", Visitor.DEMO_PASSWORD, "/desk/accounts/me?tab=1");

        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location")).hasValue("/desk/accounts/me?tab=1");
        assertThat(visitor.get("/desk/nothing-here").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongPasswordIsToldSoWithoutSayingWhich() throws Exception {
        var wrong = visitor.signIn("chief", "wrong-password-1", "/desk");
        var unknown = visitor.signIn("nobody", "wrong-password-1", "/desk");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("아이디 또는 비밀번호가 맞지 않거나");
        assertThat(unknown.body().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(wrong.body().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void readingAPublicPageMakesNoSession() throws Exception {
        assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/").headers().firstValue("Set-Cookie").orElse(""))
                .doesNotContain("madang-session");
    }
}
