package kr.madang.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {
    @Test
    void aPageOfTheDeskIsKept() {
        assertThat(ReturnPath.of("/desk/office/staffing?on=2023-01-01").path())
                .isEqualTo("/desk/office/staffing?on=2023-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/desk",
                "//evil.example/desk",
                "/\\evil.example",
                "/desk\\@evil.example",
                "/desk/..//evil.example",
                "/desk/../login",
                "/desk//evil.example",
                "/desk\r\nSet-Cookie: a=b",
                "/desk/%0d%0a\nX: y",
                "javascript:alert(1)",
                "/deskevil",
                "desk",
                " /desk/a",
                "/desk/<script>",
                "/login",
                "/logout",
                ""
            })
    void anythingElseBecomesTheDeskItself(String hostile) {
        assertThat(ReturnPath.of(hostile).path()).isEqualTo("/desk");
    }
}
