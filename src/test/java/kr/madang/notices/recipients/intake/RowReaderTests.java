package kr.madang.notices.recipients.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.madang.kernel.sheet.SheetReader;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.Topic;
import kr.madang.notices.recipients.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of files: what is read, what is said about the rest. */
class RowReaderTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private static RowReader read(byte[] file) {
        var first = new ArrayList<SheetReader.Row>();
        SheetReader.read(file, Intakes.LIMITS, first::add);
        var settings = new Settings(
                Columns.guess(first.stream().limit(6).toList()),
                Consent.Source.PAPER,
                "2023-1",
                LocalDate.of(2023, 5, 1));
        var reader = new RowReader(settings, Set.of("문래동", "당산1동")::contains, TODAY);
        SheetReader.read(file, Intakes.LIMITS, reader);
        return reader;
    }

    private static RowReader read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(RowReader reader) {
        return reader.findings.stream().map(Finding::code).toList();
    }

    @Test
    void aUsualFileIsReadInBothCharsetsWithMarkAndQuotes() {
        var file = """
                이름,휴대폰 번호,"이메일",행정동,나이,관심분야,광고동의,야간 동의,동의일
                "김,가",010-1234-5678,KIM@example.com,문래동,34,"문화·행사, 복지",Y,N,2023-04-01
                이나,1098765432,,당산1동,70대 이상,,N,,2023. 4. 2.
                """;
        for (var bytes : List.of(
                file.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
                file.getBytes(CP949))) {
            var reader = read(bytes);
            assertThat(reader.findings).isEmpty();
            assertThat(reader.rows).isEqualTo(2);
            var first = reader.entries.getFirst();
            assertThat(first.addresses())
                    .extracting(a -> a.channel() + a.value())
                    .containsExactly("SMS01012345678", "EMAILkim@example.com");
            assertThat(first.about().dong()).isEqualTo("문래동");
            assertThat(first.about().age()).isEqualTo(AgeBand.THIRTIES);
            assertThat(first.wish())
                    .isEqualTo(new Wish(false, Set.of(Topic.CULTURE, Topic.WELFARE), true, false, true));
            assertThat(first.givenAt().atZone(ZoneId.of("Asia/Seoul")).toLocalDate())
                    .isEqualTo("2023-04-01");
            var second = reader.entries.get(1);
            assertThat(second.addresses()).extracting(a -> a.value()).containsExactly("01098765432");
            assertThat(second.wish().everything()).isTrue();
            assertThat(second.about().age()).isEqualTo(AgeBand.SEVENTIES);
        }
    }

    @Test
    void withoutHeadsTheCellsTellWhatTheyAre() {
        var reader = read("문래동;010-1234-5678\n당산1동;010-1234-5679\n");
        assertThat(reader.entries).hasSize(2);
        assertThat(reader.entries.getFirst().about().dong()).isEqualTo("문래동");
        assertThat(reader.entries.getFirst().source()).isEqualTo(Consent.Source.PAPER);
    }

    @ParameterizedTest
    @CsvSource({
        "'02-123-4567,,,,', notices.intake.phone",
        "',nobody,,,', notices.intake.email",
        "',,,,', ''",
        "' , ,문래동,,', notices.intake.noaddress",
        "'010-1111-2222,,,N,', notices.intake.disagreed",
        "'010-1111-2222,,,Y,2023-02-30', notices.intake.day",
        "'010-1111-2222,,,Y,2099-01-01', notices.intake.future",
        "'=1+1,,,Y,', notices.intake.formula",
        "'010-1111-2222,,=HYPERLINK(\"x\"),Y,', ''"
    })
    void whatIsWrongIsSaidAndTheRowLeftOut(String row, String code) {
        var reader = read("휴대전화,이메일,비고,동의,동의일\n" + row.replace("\"", "") + "\n");
        assertThat(codes(reader)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(reader.entries).hasSize(code.isEmpty() && row.contains("HYPERLINK") ? 1 : 0);
        assertThat(reader.refused).isEqualTo(code.isEmpty() ? 0 : 1);
    }

    @Test
    void theSameAddressTwiceIsTakenOnceHoweverItIsTyped() {
        var reader = read("휴대전화\n010-1234-5678\n+82 10-1234-5678\n01012345678\n");
        assertThat(reader.entries).hasSize(1);
        assertThat(codes(reader)).containsExactly("notices.intake.twice", "notices.intake.twice");
        assertThat(reader.findings.getFirst().args()).isEqualTo(List.of("010-****-5678", 2));
    }

    @Test
    void whoIsReachedOneWayIsTakenEvenIfTheOtherIsWrong() {
        var reader = read("휴대전화,이메일,동,연령\n010-12,kim@example.com,강남동,백살\n");
        assertThat(reader.entries).singleElement().satisfies(e -> {
            assertThat(e.addresses()).singleElement().satisfies(a -> assertThat(a.channel())
                    .isEqualTo(Channel.EMAIL));
            assertThat(e.about().dong()).isEmpty();
            assertThat(e.about().age()).isNull();
        });
        assertThat(reader.findings).noneMatch(Finding::refused);
        assertThat(codes(reader)).containsExactly("notices.intake.phone", "notices.intake.dong", "notices.intake.age");
    }

    @Test
    void noFindingQuotesAnAddress() {
        var reader = read("휴대전화,이메일,동\n010-9876-54321,kim@exa mple.com,01098765432\n,\"홍@길동\",\n");
        assertThat(reader.findings.toString())
                .doesNotContain("9876")
                .doesNotContain("kim@")
                .doesNotContain("길동");
    }

    @Test
    void aNightWithoutAdvertisingIsLeftOutAndUnclearAnswersCountAsNo() {
        var reader = read("휴대전화,광고동의,야간동의\n010-1234-5678,아마도,Y\n");
        assertThat(reader.entries.getFirst().wish()).isEqualTo(new Wish(true, Set.of(), false, false, true));
        assertThat(codes(reader)).containsExactly("notices.intake.yesno", "notices.intake.night");
    }

    @Test
    void aFileFullOfFaultsSaysHowManyAndKeepsTheFirst() {
        var reader = read("휴대전화\n" + "x\n".repeat(20_000));
        assertThat(reader.counts).isEqualTo(Map.of("notices.intake.phone", 20_000));
        assertThat(reader.findings).hasSize(RowReader.MOST_FINDINGS);
        assertThat(reader.refused).isEqualTo(20_000);
    }
}
