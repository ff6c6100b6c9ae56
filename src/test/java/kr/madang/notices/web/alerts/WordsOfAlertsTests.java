package kr.madang.notices.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kr.madang.kernel.web.Words;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.alerts.Received;
import kr.madang.notices.alerts.Way;
import kr.madang.notices.calls.Call;
import kr.madang.notices.calls.Via;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.web.calls.CallViews;
import org.junit.jupiter.api.Test;

/** Every word the pages of alerts and calls put together exists in three languages. */
class WordsOfAlertsTests {
    @Test
    void everyWordExists() {
        var keys = Stream.of(alerts(), steps(), cap(), received(), calls())
                .flatMap(all -> all)
                .toList();
        for (var locale : List.of(Locale.KOREAN, Locale.ENGLISH, Locale.JAPANESE))
            assertThat(keys).as(locale.toString()).allSatisfy(key -> assertThat(Words.find(key, locale))
                    .isNotEqualTo(key));
    }

    private static Stream<String> alerts() {
        return Stream.of(
                        Arrays.stream(Alert.Stage.values()).map(Alert.Stage::code),
                        Arrays.stream(Alert.Type.values()).map(Alert.Type::code),
                        Arrays.stream(Alert.Ending.values()).flatMap(e -> Stream.of(e.code(), e.code() + ".at")),
                        Arrays.stream(Way.values()).map(Way::code),
                        Stream.of("update", "cancel").flatMap(t -> Stream.of(".writing", ".notice")
                                .map(end -> "notices.alert.type." + t + end)),
                        Stream.of("nobody", "tree").map(why -> "notices.alert.why." + why))
                .flatMap(all -> all);
    }

    private static Stream<String> steps() {
        return Stream.of(
                        "drafted",
                        "asked",
                        "takenback",
                        "returned",
                        "approved",
                        "held",
                        "confirmed",
                        "raised",
                        "dropped",
                        "ended.expired",
                        "ended.updated",
                        "ended.cancelled")
                .map(act -> "notices.alert.step." + act);
    }

    private static Stream<String> cap() {
        return Stream.of(
                        words("category", CapWord.Category.values()),
                        words("response", CapWord.ResponseType.values()),
                        words("urgency", CapWord.Urgency.values()),
                        words("severity", CapWord.Severity.values()),
                        words("certainty", CapWord.Certainty.values()))
                .flatMap(all -> all);
    }

    private static Stream<String> words(String list, CapWord... all) {
        return Arrays.stream(all)
                .map(w -> "notices.capword." + list + "." + w.word().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> received() {
        return Arrays.stream(Received.Fate.values()).flatMap(f -> Stream.of(f.code(), f.code() + ".said"));
    }

    private static Stream<String> calls() {
        return Stream.of(
                        Arrays.stream(Call.State.values()).map(CallViews::code),
                        Arrays.stream(Via.values()).map(Via::code),
                        Stream.of("none", "coming", "unable").map(a -> "notices.calls.answer." + a),
                        Stream.of(
                                        "started",
                                        "opened",
                                        "answered.coming",
                                        "answered.unable",
                                        "met",
                                        "exhausted",
                                        "ended")
                                .map(e -> "notices.calls.event." + e))
                .flatMap(all -> all);
    }
}
