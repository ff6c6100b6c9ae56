package kr.madang.notices.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.madang.kernel.web.Words;
import kr.madang.notices.recipients.intake.Field;
import kr.madang.notices.recipients.intake.Intake;
import kr.madang.notices.web.recipients.RecipientAct;
import org.junit.jupiter.api.Test;

/** Every code recipients say has its sentence. */
class WordsOfRecipientsTests {
    private static final Pattern CODE = Pattern.compile("\"(notices\\.[a-z]+(?:\\.[a-z]+)+)\"");

    @Test
    void everyCodeHasItsSentence() throws IOException {
        var missing = new TreeSet<String>();
        for (var root : new String[] {"recipients", "web/recipients"})
            try (var files = Files.walk(Path.of("src/main/java/kr/madang/notices", root))) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".java")).toList())
                    CODE.matcher(Files.readString(file))
                            .results()
                            .map(r -> r.group(1))
                            .forEach(code -> {
                                if (Words.find(code, Locale.KOREAN).equals(code)) missing.add(code);
                            });
            }
        // what is named like a word and is a table, a column or a purpose of a signature
        missing.removeIf(code -> code.matches("notices\\.(contact|intake|door|pass|unsubscribe|recipients|retention)"));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyChoiceHasItsName() {
        var codes = Stream.of(
                        Arrays.stream(AgeBand.values()).map(AgeBand::code),
                        Arrays.stream(Topic.values()).map(Topic::code),
                        Arrays.stream(Purpose.values()).map(Purpose::code),
                        Arrays.stream(Consent.Source.values()).map(Consent.Source::code),
                        Arrays.stream(Consent.Withdrawal.values()).map(Consent.Withdrawal::code),
                        Arrays.stream(Erasure.Cause.values()).map(Erasure.Cause::code),
                        Arrays.stream(RecipientFilter.State.values()).map(RecipientFilter.State::code),
                        Arrays.stream(Field.values()).map(Field::code),
                        Arrays.stream(Intake.State.values()).map(Intake.State::code),
                        Arrays.stream(RecipientAct.values())
                                .flatMap(a -> Stream.of(a.code(), a.code() + ".text", a.code() + ".done")),
                        Stream.of("queued", "handed", "delivered", "failed", "expired", "suppressed", "unknown")
                                .map(state -> "notices.message." + state))
                .flatMap(c -> c);
        assertThat(codes.filter(code -> Words.find(code, Locale.KOREAN).equals(code)))
                .isEmpty();
    }
}
