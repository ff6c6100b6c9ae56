package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.disaster.Grade;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the engine can find has a sentence a clerk understands. */
class WordsOfWordingTests {
    static Stream<String> codes() {
        return Stream.of(
                        Arrays.stream(Check.values()).map(Check::code),
                        Arrays.stream(Mark.Why.values()).map(Mark.Why::code),
                        Arrays.stream(Gap.Why.values()).map(Gap.Why::code),
                        Arrays.stream(Size.values()).map(Size::code),
                        Arrays.stream(Repertoire.values()).map(Repertoire::code),
                        Arrays.stream(PhoneNumber.Form.values()).map(PhoneNumber.Form::code),
                        Arrays.stream(Kind.values()).map(Kind::code),
                        Arrays.stream(Channel.values()).map(Channel::code),
                        Arrays.stream(Grade.values()).map(Grade::code))
                .flatMap(codes -> codes);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyFindingHasItsSentence(String code) {
        assertThat(Sentences.KOREAN.getProperty(code)).as(code).isNotBlank();
    }
}
