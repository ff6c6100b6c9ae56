package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderNumberTests {
    @ParameterizedTest
    @CsvSource({
        "02-2670-3114,0226703114", "02-670-3114,026703114", "031-234-5678,0312345678", "+82-2-2670-3114,0226703114",
                "010-1234-5678,01012345678",
        "1588-1234,15881234", "1644-1234,16441234", "1899-1234,18991234", "070-1234-5678,07012345678",
                "080-234-5678,0802345678"
    })
    void registeredFormsMaySend(String typed, String digits) {
        assertThat(SenderNumber.of(typed).digits()).isEqualTo(digits);
        assertThat(SenderNumber.of(SenderNumber.of(typed).display()).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "2670-3114,notices.sender.area",
        "670-3114,notices.sender.area",
        "02-1588-1234,notices.sender.nationwide.area",
        "031-1644-1234,notices.sender.nationwide.area",
        "1588-123,notices.sender.nationwide.length",
        "1588-12345,notices.sender.nationwide.length",
        "1588-1234-111,notices.sender.nationwide.length",
        "1588,notices.sender.nationwide.length",
        "0504-1234-5678,notices.sender.relayed",
        "050-1234-5678,notices.sender.relayed",
        "011-234-5678,notices.sender.mobile",
        "010-123-4567,notices.sender.mobile",
        "010-1234-56789,notices.sender.mobile",
        "119,notices.sender.special",
        "1335,notices.sender.special",
        "060-700-1234,notices.sender.form",
        "02-0234-5678,notices.sender.form",
        "홍길동,notices.sender.form",
        "'',notices.sender.form",
        "+1 212 555 0100,notices.sender.form",
        "1234-5678,notices.sender.form"
    })
    void otherFormsAreRefusedWithTheirReason(String typed, String code) {
        assertThatThrownBy(() -> SenderNumber.of(typed))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
        assertThat(Sentences.KOREAN.containsKey(code)).isTrue();
    }

    @Test
    void itsDigitsAreExactlyWhatIsDialed() {
        assertThatThrownBy(() -> new SenderNumber("1012345678")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new SenderNumber("02-2670-3114")).isInstanceOf(Refused.class);
        assertThat(SenderNumber.of("1588-1234")).hasToString("1588-1234");
    }

    @Test
    void aSenderHasANameAndAFreeRejection() {
        var number = SenderNumber.of("02-2670-3114");
        assertThatThrownBy(() -> new Sender(" ", number, null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Sender("마당구청", number, PhoneNumber.of("02-2670-3114")))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("notices.sender.rejection"));
        assertThat(new Sender("마당구청", number, PhoneNumber.of("080-234-5678")).name())
                .isEqualTo("마당구청");
    }
}
