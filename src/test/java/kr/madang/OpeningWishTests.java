package kr.madang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningWishTests {
    @Test
    void aDemoOfficeWhosePasswordEverybodyKnowsStaysOnThisMachine() {
        var wish = OpeningWish.read(List.of(), Map.of());
        assertThat(wish.production()).isFalse();
        assertThat(wish.listen(true)).contains("127.0.0.1");
        assertThat(wish.listen(false)).isEmpty();
        assertThat(wish.address()).isEqualTo("http://localhost:8080/");
    }

    @Test
    void theCommandLineIsHeardBeforeTheEnvironment() {
        var wish = OpeningWish.read(List.of("--port", "9090"), Map.of("MADANG_PORT", "7070", "MADANG_DEMO", "off"));
        assertThat(wish.port()).isEqualTo(9090);
        assertThat(wish.production()).isTrue();
        assertThat(OpeningWish.read(List.of("--port=9091", "--production"), Map.of())
                        .port())
                .isEqualTo(9091);
    }

    @Test
    void aHostThatIsNamedIsListenedOnAlsoByADemoOffice() {
        var wish = OpeningWish.read(List.of("--host", "0.0.0.0"), Map.of());
        assertThat(wish.listen(true)).contains("0.0.0.0");
        assertThat(wish.address()).isEqualTo("http://localhost:8080/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "80 80", "http", "99999999999", ""})
    void whatIsNoPortIsRefused(String port) {
        assertThatThrownBy(() -> OpeningWish.read(List.of("--port", port), Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("console.usage.port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prodution", "8080", "--port"})
    void whatIsNotUnderstoodIsNotPassedOver(String option) {
        assertThatThrownBy(() -> OpeningWish.read(List.of(option), Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("console.usage");
    }
}
