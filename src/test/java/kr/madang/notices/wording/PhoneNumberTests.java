package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import kr.madang.kernel.Refused;
import kr.madang.notices.wording.PhoneNumber.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01012345678",
                "010-1234-5678",
                " 010 1234 5678 ",
                "010.1234.5678",
                "(010)1234-5678",
                "010)1234-5678",
                "０１０－１２３４－５６７８",
                "010–1234—5678",
                "010−1234‐5678",
                "010ー1234ー5678",
                "010ㅡ1234ㅡ5678",
                "010\u00a01234\u30005678",
                "\u202a010-1234-5678\u202c",
                "\ufeff01012345678\u200b",
                "+821012345678",
                "+82 10-1234-5678",
                "+82-10-1234-5678",
                "+82 (0)10-1234-5678",
                "+82010-1234-5678",
                "＋82 10 1234 5678",
                "0082 10 1234 5678",
                "00182-10-1234-5678",
                "821012345678",
                "82-10-1234-5678",
                "1012345678",
                "tel:010-1234-5678",
                "TEL. 010-1234-5678",
                "010/1234/5678",
                "010·1234·5678",
                "010-1234-5678\n",
                "\t01012345678"
            })
    void allWaysToTypeANumberAreOneNumber(String typed) {
        assertThat(PhoneNumber.find(typed)).contains(new PhoneNumber("01012345678"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "010",
                "010-1234-567",
                "010-1234-56789",
                "010-1234-567O",
                "홍길동",
                "010-1234-5678(본인)",
                "+1 212 555 0100",
                "+81-3-1234-5678",
                "++821012345678",
                "010+12345678",
                "12345678",
                "00000000000",
                "060-700-1234",
                "2670-3114",
                "112",
                "٠١٠١٢٣٤٥٦٧٨",
                "010-1234-5678, 010-2222-3333",
                "1.01E+10",
                "020-1234-5678",
                "034-123-4567",
                "'; drop table",
                "010-1234-5678\u0000"
            })
    void whatNobodyCanCallIsRefused(String typed) {
        assertThat(PhoneNumber.find(typed)).isEmpty();
        assertThatThrownBy(() -> PhoneNumber.of(typed))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("notices.number.form"));
    }

    @ParameterizedTest
    @CsvSource({
        "010-1234-5678,MOBILE,010-1234-5678,010-****-5678",
        "011-234-5678,OLD_MOBILE,011-234-5678,011-***-5678",
        "02-2670-3114,LANDLINE,02-2670-3114,02-****-3114",
        "02-670-3114,LANDLINE,02-670-3114,02-***-3114",
        "+82 2 2670 3114,LANDLINE,02-2670-3114,02-****-3114",
        "031-234-5678,LANDLINE,031-234-5678,031-***-5678",
        "064-2345-6789,LANDLINE,064-2345-6789,064-****-6789",
        "070-1234-5678,INTERNET,070-1234-5678,070-****-5678",
        "1588-1234,REPRESENTATIVE,1588-1234,****-1234",
        "+82 1588 1234,REPRESENTATIVE,1588-1234,****-1234",
        "0504-123-4567,RELAYED,050-4123-4567,050-****-4567",
        "0504-1234-5678,RELAYED,0504-1234-5678,0504-****-5678",
        "080-234-5678,FREE,080-234-5678,080-***-5678"
    })
    void everyFormIsShownAndMasked(String typed, Form form, String display, String masked) {
        var number = PhoneNumber.of(typed);
        assertThat(number.form()).isEqualTo(form);
        assertThat(number.display()).isEqualTo(display);
        assertThat(number.masked()).isEqualTo(masked).isEqualTo(number.toString());
        assertThat(number.mobile()).isEqualTo(form == Form.MOBILE);
        assertThat(PhoneNumber.of(display)).isEqualTo(number);
    }

    @Test
    void onlyDigitsInAFormMakeANumber() {
        assertThatThrownBy(() -> new PhoneNumber("010-1234-5678")).isInstanceOf(Refused.class);
        assertThat(new PhoneNumber("01000001234").lastFour()).isEqualTo("1234");
    }

    @Test
    void whateverIsTypedGivesANumberOrNothing() {
        var random = new SplittableRandom(3);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            var typed = random.nextBoolean() ? Texts.random(random, 12) : digits(random);
            var number = PhoneNumber.find(typed);
            if (number.isEmpty()) continue;
            found++;
            assertThat(number.get().digits()).matches("\\d{8,12}");
            assertThat(PhoneNumber.find(number.get().display())).isEqualTo(number);
            assertThat(PhoneNumber.find("+82" + number.get().digits().replaceFirst("^0", "")))
                    .isEqualTo(number);
            assertThat(number.toString()).doesNotContain(number.get().digits());
        }
        assertThat(found).isGreaterThan(100);
    }

    private static String digits(SplittableRandom random) {
        var out = new StringBuilder(random.nextInt(3) == 0 ? "010" : "0");
        int more = 6 + random.nextInt(6);
        for (int i = 0; i < more; i++) {
            out.append((char) ('0' + random.nextInt(10)));
            if (random.nextInt(5) == 0) out.append(random.nextBoolean() ? '-' : ' ');
        }
        return out.toString();
    }

    @Test
    void hugeTextsAreNoNumbers() {
        assertThat(PhoneNumber.find("0".repeat(200_000))).isEmpty();
        assertThat(PhoneNumber.find(" ".repeat(200_000) + "01012345678")).isEmpty();
    }
}
