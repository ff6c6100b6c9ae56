package kr.madang.notices.singles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.State;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.sends.Town;
import kr.madang.notices.wording.SenderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Messages to one person from the tray to the telephone, over a real line. */
@OfficeTest
@Import(Town.class)
class SinglesThroughTests {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Singles singles;

    @Autowired
    SendTerms terms;

    @Autowired
    Town.Center center;

    @BeforeEach
    void senders() {
        center.slow(Duration.ZERO);
        terms.rest(Actor.SYSTEM, Kind.PUBLIC, Calendar.Rule.NEVER);
        if (terms.senders().isEmpty())
            terms.register(Actor.SYSTEM, new SenderNumber("07000001200"), "대표", "증명원", LocalDate.of(2022, 1, 3));
    }

    @AfterEach
    void never() {
        terms.rest(Actor.SYSTEM, Kind.PUBLIC, Calendar.Rule.NEVER);
    }

    private UUID post(Use use, Channel channel, String to, String text) {
        return singles.post(Actor.SYSTEM, List.of(new Single(use, channel, to, "제목", text, "")))
                .getFirst();
    }

    private State state(UUID id) {
        return singles.standing(List.of(id)).get(id).state();
    }

    private void reaches(UUID id, State state) {
        await().atMost(SOON).until(() -> state(id) == state);
    }

    private long heard(String text) {
        return center.phones.stream().filter(r -> r.text().equals(text)).count();
    }

    @Test
    void eachReachesItsTelephoneOnceWithItsOwnWords() {
        var texts = List.of("첫 줄\n둘째 줄 #{이름} " + System.nanoTime(), "다른 글 " + System.nanoTime());
        var ids = singles.post(
                Actor.SYSTEM,
                List.of(
                        new Single(Use.CALL, Channel.SMS, "01000000001", "", texts.get(0), ""),
                        new Single(Use.CODE, Channel.SMS, "01000000002", "", texts.get(1), "")));
        for (var id : ids) reaches(id, State.DELIVERED);
        for (var text : texts) assertThat(heard(text)).isEqualTo(1);
        assertThat(center.phones).anyMatch(r -> r.text().equals(texts.get(1)) && r.to().equals("01000000002"));
    }

    @Test
    void whatPhonesCannotShowDoesNotGo() {
        var id = post(Use.API, Channel.SMS, "01000000003", "이모지 \uD83D\uDE00 " + System.nanoTime());
        reaches(id, State.SUPPRESSED);
        assertThat(singles.standing(List.of(id)).get(id).code()).isEqualTo("unmappable");
    }

    @Test
    void whatHasNoWayOutWaits() {
        var mail = post(Use.CODE, Channel.EMAIL, "who@madang.example", "코드");
        var text = "뒤에 온 글 " + System.nanoTime();
        reaches(post(Use.CODE, Channel.SMS, "01000000004", text), State.DELIVERED);
        assertThat(state(mail)).isEqualTo(State.QUEUED);
    }

    /** On a day on which public messages rest, other programs wait and whoever needs a code does not. */
    @Test
    void whatSomebodyWaitsForKnowsNoRest() throws Exception {
        var today = LocalDate.now(Calendar.SEOUL);
        terms.holiday(Actor.SYSTEM, today, "시험하는 날");
        terms.rest(Actor.SYSTEM, Kind.PUBLIC, new Calendar.Rule(false, false, true));
        try {
            Thread.sleep(300);
            var api = post(Use.API, Channel.SMS, "01000000005", "쉬는 날 글 " + System.nanoTime());
            var code = post(Use.CODE, Channel.SMS, "01000000006", "쉬지 않는 글 " + System.nanoTime());
            reaches(code, State.DELIVERED);
            assertThat(state(api)).isEqualTo(State.QUEUED);
            terms.workday(Actor.SYSTEM, today);
            reaches(api, State.DELIVERED);
        } finally {
            terms.rest(Actor.SYSTEM, Kind.PUBLIC, Calendar.Rule.NEVER);
        }
    }
}
