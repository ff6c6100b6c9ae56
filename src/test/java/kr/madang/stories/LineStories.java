package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.lines.Lines;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager looks after the ways out, and messages arrive on the phone of the demo office. */
class LineStories extends Story {
    @Autowired
    Lines lines;

    private static List<Parcel> parcels(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(row -> new Parcel(
                        new Parcel.Reference(900_000, row, 1),
                        "0100000%04d".formatted(row),
                        "0226704114",
                        "",
                        "[가람구] 오늘 밤 비가 많이 옵니다. 하천 산책로에 들어가지 마세요."))
                .toList();
    }

    private void send(int from, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lines.open(Channel.SMS).size() == 2
                        && lines.open(Channel.SMS).stream()
                                .allMatch(l -> l.carrier().trouble().isEmpty()));
        for (var line : lines.open(Channel.SMS)) {
            long begun = System.nanoTime();
            List<Answer> answers = line.carrier()
                    .hand(
                            parcels(from + line.number() * 100, count),
                            Instant.now().plusSeconds(20));
            lines.seen(line, answers, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    @Test
    void messagesArriveOnThePhoneWhileSomebodyLooks() {
        signIn("admin");
        go("/desk/notices/phone");
        look("phone-empty");
        send(1, 3);
        assertThat(page.locator(".bubble").first()).containsText("하천 산책로");
        page.locator(".bubble-head a").first().click();
        assertThat(page.locator("#inbox-title")).containsText("010-0000-");
        look("phone-number");
        go("/desk/notices/phone");
        look("phone");
        page.locator("#delay").fill("-5");
        page.locator("form[action$=troubles] button").click();
        assertThat(page.locator("#errors")).containsText("0 이상");
        page.locator("#delay").fill("300");
        page.locator("#persecond").fill("50");
        page.locator("form[action$=troubles] button").click();
        assertThat(page.locator("main")).containsText("장애를 흉내 내고 있습니다");
        look("phone-troubles");
        page.locator("form[action$=health] button").click();
        assertThat(page.locator("main")).containsText("정상으로 돌렸습니다");
    }

    @Test
    void aManagerTriesPinsAndSwitchesALine() {
        signIn("admin");
        send(2_000, 20);
        go("/desk/notices/lines");
        assertThat(page.locator(".line-card")).hasCount(3);
        assertThat(page.locator(".line-card").first()).containsText("정상");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".throughput svg").count() >= 2;
        });
        look("lines");
        page.locator(".line-card a").first().click();
        page.locator("form[action$=trials] button").click();
        assertThat(page.locator("main")).containsText("연결 시험에 성공했습니다");
        page.locator("#whypin").fill("다른 회선 점검");
        page.locator("form[action$=pinning] button").click();
        assertThat(page.locator("main")).containsText("이 연결로 고정했습니다");
        look("line-pinned");
        page.locator("#whypin").fill("점검 끝");
        page.locator("form[action$=pinning] button").click();
        assertThat(page.locator("main")).containsText("고정을 풀었습니다");
        page.locator("text=설정 바꾸기").click();
        look("line-settings");
        go("/desk/notices/lines/new");
        look("line-kinds");
        page.locator("text=중계사 테이블 연동").click();
        look("line-new-table");
        go("/desk/notices/lines/new?kind=smtp");
        page.locator("#name").fill("새 메일 서버");
        page.locator("#host").fill("메일 서버");
        page.locator("#from").fill("news@garam.example");
        page.locator("main form.form button[type=submit]").last().click();
        assertThat(page.locator("#errors")).containsText("서버 이름이나 IP 주소");
        look("line-new-wrong");
    }
}
