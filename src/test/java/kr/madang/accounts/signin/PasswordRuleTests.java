package kr.madang.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import kr.madang.accounts.Account;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTests {
    private static final Account OWNER = new Account(
            new Account.Id(new UUID(1, 1)),
            "hong",
            "홍가온",
            "press",
            "주무관",
            "02-0000-4821",
            "gaon.hong@madang.example",
            Account.State.ACTIVE,
            false,
            0,
            Instant.EPOCH,
            "",
            Instant.EPOCH,
            "");

    @ParameterizedTest
    @CsvSource({
        "short1!, accounts.password.short",
        "aaaaaaaaaaaa, accounts.password.monotonous",
        "ab12ab12ab12, accounts.password.monotonous",
        "xx123456xxyz, accounts.password.run",
        "my-ytrewq-is, accounts.password.run",
        "HONG-is-here-77, accounts.password.named",
        "홍가온의비밀번호입니다, accounts.password.named",
        "call-me-4821-now, accounts.password.named",
        "Password2026!, accounts.password.common",
        "1!비밀번호1!92!#, accounts.password.common",
    })
    void theGuessableIsRefused(String password, String why) {
        assertThat(PasswordRule.objection(password, OWNER)).hasValue(why);
    }

    @ParameterizedTest
    @CsvSource({"madang-2026-open", "마당에 비가 내리는 저녁", "correct horse battery", "xK9#mQ2$vL"})
    void theLongAndUnguessableIsTaken(String password) {
        assertThat(PasswordRule.objection(password, OWNER)).isEmpty();
    }
}
