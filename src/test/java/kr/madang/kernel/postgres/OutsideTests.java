package kr.madang.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTests {
    @Test
    void bothWaysOfWritingAnAddressAreUnderstood() {
        assertThat(Outside.read("jdbc:postgresql://db:5433/office?sslmode=require", Map.of("MADANG_DB_USER", "kim")))
                .isEqualTo(new Outside("jdbc:postgresql://db:5433/office?sslmode=require", "kim", ""));
        assertThat(Outside.read("postgres://kim:p%40s+s@db/office", Map.of()))
                .isEqualTo(new Outside("jdbc:postgresql://db/office", "kim", "p@s+s"));
        assertThat(Outside.read("postgresql://kim@db/office", Map.of("MADANG_DB_PASSWORD", "secret")))
                .isEqualTo(new Outside("jdbc:postgresql://db/office", "kim", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office",
                "mysql://db/office",
                "jdbc:h2:mem:x",
                "postgres://",
                "postgres://db",
                "postgres://db/ x"
            })
    void otherAddressesAreRefusedWithoutRepeatingThem(String address) {
        assertThatThrownBy(() -> Outside.read(address, Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessage("console.database.address []");
    }

    @Test
    void thePasswordIsInNoWord() {
        var outside = Outside.read("postgres://kim:topsecret@db/office", Map.of());
        assertThat(outside.toString() + outside.place()).doesNotContain("topsecret");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> Outside.open("postgres://kim@127.0.0.1:1/office", Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("console.database.unreachable")
                .hasMessageContaining("127.0.0.1:1/office");
    }
}
