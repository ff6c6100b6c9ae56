package kr.madang.notices.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import org.junit.jupiter.api.Test;

/** Which of the lines is next: by their shares, what they did with what they were given, pins and troubles. */
class LineChoiceTests extends LineCase {
    @Test
    void sharesPinsAndTroublesDecideWhichLineIsNext() throws IOException {
        int one = line("하나", 0);
        int two = line("둘", 0);
        up(one);
        up(two);
        assertThat(chosen()).containsExactlyInAnyOrder(one, two);
        desk.pin(MANAGER, two, "하나 점검");
        desk.look();
        assertThat(chosen()).containsExactly(two);
        assertThatThrownBy(() -> desk.pin(MANAGER, two, "다시")).isInstanceOf(Refused.class);
        desk.pin(MANAGER, one, "둘 점검");
        desk.look();
        assertThat(chosen()).containsExactly(one);
        // a pinned line in trouble makes everything wait; elsewhere it must not go
        center.close();
        await().atMost(SOON).until(() -> lines.choose(Channel.SMS).isEmpty());
        desk.turn(MANAGER, one, false, "장애");
        desk.look();
        assertThat(desk.pinned(MANAGER, Channel.SMS)).isEmpty();
        assertThat(acts(one)).contains(LineChange.What.UNPINNED, LineChange.What.SWITCHED_OFF);
    }

    private List<Integer> chosen() {
        return IntStream.range(0, 60)
                .mapToObj(_ -> lines.choose(Channel.SMS).orElseThrow().number())
                .distinct()
                .toList();
    }

    private List<LineChange.What> acts(int number) {
        return desk.history(MANAGER, number, "", 50).rows().stream()
                .map(LineChange::what)
                .toList();
    }

    @Test
    void aLineThatErrsLosesHalfOfItsShareForAllNodes() {
        int number = line("서툰 회선", 0);
        var line = up(number);
        var bad = java.util.Collections.<Answer>nCopies(10, new Answer.Unknown("line lost"));
        var good = java.util.Collections.<Answer>nCopies(40, new Answer.Handed("1"));
        lines.seen(line, bad, Duration.ofMillis(50));
        lines.seen(line, good, Duration.ofMillis(50));
        states.write(keeper.open());
        assertThat(judging.run()).contains("비중 변경");
        assertThat(desk.get(MANAGER, number).weight()).isEqualTo(50);
        var change = desk.history(MANAGER, number, "", 1).rows().getFirst();
        assertThat(change.what()).isEqualTo(LineChange.What.CUT);
        assertThat(List.of(change.from(), change.to())).containsExactly(100, 50);
        assertThat(change.why()).isEqualTo("errors 10/50");
        // one bad minute is one cut
        judging.run();
        assertThat(desk.get(MANAGER, number).weight()).isEqualTo(50);
        assertThat(healths.get(CLERK, number).lately(Instant.now()).bad()).isEqualTo(10);
    }

    /** What we hold back ourselves is no fault of the line. */
    @Test
    void ourOwnRateCostsNoShare() {
        int number = line("느린 계약", 20);
        var line = up(number);
        var answers = line.carrier().hand(parcels(60), Instant.now().plusSeconds(1));
        assertThat(answers).hasSize(60);
        long handed = answers.stream().filter(a -> a instanceof Answer.Handed).count();
        assertThat(handed).isBetween(1L, 50L);
        assertThat(center.count()).isEqualTo(handed);
        // four holders share twenty a second; four seconds more are no trouble yet
        lines.seen(line, answers, Duration.ofMillis(200 * handed).plusSeconds(4));
        states.write(keeper.open());
        var lately = healths.get(CLERK, number).lately(Instant.now());
        assertThat(lately.bad()).isZero();
        assertThat(lately.slow()).isZero();
        assertThat(lately.good()).isEqualTo((int) handed);
    }

    @Test
    void aLineLostIsSeenAndWrittenDown() throws IOException {
        int number = line("끊긴 회선", 0);
        up(number);
        await().atMost(SOON).until(() -> healths.get(CLERK, number).word() == Health.Word.WORKS);
        center.close();
        await().atMost(SOON).until(() -> healths.get(CLERK, number).word() == Health.Word.TROUBLE);
        assertThat(acts(number)).startsWith(LineChange.What.RESTED);
    }
}
