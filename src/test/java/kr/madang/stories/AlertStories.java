package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import kr.madang.notices.sends.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A disaster alert goes from the officer over the chief to everybody at once, a drill to its staff alone, and people who are called answer from their telephones. */
@Import(Town.class)
class AlertStories extends Story {
    private static final String ALERTS = "/desk/notices/alerts";

    @Autowired
    Town.Center center;

    @Autowired
    JdbcClient db;

    /** What is out in one story must not stand on the pages of another. */
    @AfterEach
    void quiet() {
        db.sql("update notices.alert set stage = 'CLOSED', ended_at = now(), ending = 'EXPIRED' where stage = 'OUT'")
                .update();
        db.sql("update notices.call set state = 'ENDED', next_at = null where state <> 'ENDED'")
                .update();
    }

    private Locator button(String text) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private Locator act(String move) {
        return page.locator("main button[name=move][value=" + move + "]");
    }

    /** The officer's part: from the standard sentence to the paper on its way. @return address of the alert */
    private String asked(String form, String headline, String text, Runnable more) {
        go(ALERTS + form);
        page.locator("#standard").selectOption("rain.warning");
        page.locator("button[name=do][value=standard]").click();
        assertThat(page.locator("#text")).hasValue(Pattern.compile("호우경보"));
        page.locator("#headline").fill(headline);
        page.locator("#text").fill(text);
        more.run();
        page.locator("main form.wide").first().locator("button:has-text('저장')").click();
        assertThat(page.locator("h1")).containsText(headline);
        return page.url();
    }

    private void approved(String alert) {
        go(alert);
        button("결재 올리기").click();
        assertThat(page.locator("main .paper")).containsText("발령 봉인");
        act("submit").click();
        assertThat(page.locator("main")).containsText("진행 중");
        var paper = page.url();
        signOut();
        signIn("chief");
        go(paper);
        act("sign").click();
        assertThat(page.locator("main")).containsText("결재 완료");
        signOut();
    }

    /** The decision comes through the outbox, a moment later. */
    private void isOut(String alert) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            go(alert);
            if (page.locator("#ways").count() > 0) return;
            Thread.sleep(100);
        }
        assertThat(page.locator("#ways")).isVisible();
    }

    /** The strip on every page follows within seconds. */
    private void stands(boolean there, String text) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            go("/");
            if (page.locator(".alarms").getByText(text).count() > 0 == there) return;
            Thread.sleep(100);
        }
        assertThat(page.locator(".alarms").getByText(text)).hasCount(there ? 1 : 0);
    }

    @Test
    void anAlertGoesOutOnEveryWayAndIsCancelled() throws Exception {
        var text = "[영등포구] 오늘 15시 당산1동에 호우경보가 발령되었습니다. 하천변과 지하차도에서 벗어나고 외출을 삼가세요. 문의 02-0000-3700";
        signIn("planning");
        go(ALERTS);
        assertThat(page.locator("main tbody tr").first()).isVisible();
        look("alerts-list");
        var alert = asked("/new", "당산동 호우경보", text, () -> {
            page.locator("#detail").fill("당산1동 주민센터와 당산초등학교에 대피소를 열었습니다.");
            page.locator("#dongs input[value=당산1동]").check();
            page.locator("#ways-CALL").check();
            page.locator("#tree").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            assertThat(page.locator("#preview .phone-text")).containsText("오늘 15시");
            look("alert-write");
        });
        look("alert-draft");
        approved(alert);
        stands(true, "당산동 호우경보");
        look("alert-banner");
        page.locator(".alarms a").first().click();
        assertThat(page.locator("main")).containsText("외출을 삼가세요");
        look("alert-public-one");
        go("/alerts");
        assertThat(page.locator("main .public-alert")).containsText("당산동 호우경보");
        look("alerts-public");

        signIn("planning");
        isOut(alert);
        assertThat(page.locator("#ways")).containsText("비상소집");
        assertThat(page.locator("#ways .course-states a").first()).isVisible();
        look("alert-out");
        button("해제 쓰기").click();
        page.locator("#headline").fill("당산동 호우경보 해제");
        page.locator("#text").fill("[영등포구] 오늘 18시 당산1동의 호우경보가 풀렸습니다. 주변에 위험한 곳이 있으면 신고해 주세요.");
        button("저장").click();
        var cancel = page.url();
        approved(cancel);
        signIn("planning");
        isOut(cancel);
        go(alert);
        assertThat(page.locator("main")).containsText("해제했습니다");
        stands(false, "당산동 호우경보");
    }

    @Test
    void aDrillReachesItsStaffAndTheyAnswerFromTheirTelephones() throws Exception {
        signIn("planning");
        var text = "[영등포구] 오늘 15시 당산1동에서 호우 대피 훈련을 합니다. 안내에 따라 대피하세요.";
        var drill = asked("/drill", "호우 대피 훈련", text, () -> {
            page.locator("#staff input").first().check();
            page.locator("#ways-CALL").check();
            page.locator("#tree").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            look("drill-write");
        });
        assertThat(page.locator("main")).containsText("주민에게 나가지 않습니다");
        approved(drill);
        go("/");
        assertThat(page.locator(".alarms")).hasCount(0);
        signIn("planning");
        isOut(drill);
        var here = page.url();
        stands(true, "[훈련]");
        go(here);
        look("drill-out");
        page.locator("#ways a[href^='/desk/notices/calls/']").click();
        assertThat(page.locator("h1")).containsText("비상소집");
        look("call-running");
        var call = page.url();
        signOut();

        var link = link(Integer.parseInt(call.substring(call.lastIndexOf('/') + 1)));
        go(link);
        assertThat(page.locator("main")).containsText("[훈련]");
        look("call-answer");
        page.locator("button[name=answer][value=coming]").click();
        assertThat(page.locator("main")).containsText("참석한다고 답했습니다");
        look("call-answered");

        signIn("chief");
        go(call);
        assertThat(page.locator("#rungs")).containsText("메시지 주소");
        page.locator("main details.disclosure summary").last().click();
        page.locator("#reason").fill("훈련을 마침");
        button("소집 끝내기").click();
        assertThat(page.locator("#rungs .badge").first()).hasText("종료");
        look("call-ended");
    }

    /** The address in the message the first of those called got. */
    private String link(int call) throws InterruptedException {
        var found = Pattern.compile("(/notices/c/[A-Za-z0-9_-]{24})");
        for (int i = 0; i < 200; i++) {
            for (var received : center.phones.reversed()) {
                var match = found.matcher(received.text());
                if (received.text().startsWith("[훈련]") && match.find()) return match.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nobody was told of call " + call);
    }

    @Test
    void theOtherPagesOfTheDesk() {
        signIn("admin");
        go("/desk/notices/trees");
        assertThat(page.locator("main .card")).hasCount(2);
        look("call-trees");
        page.locator("main .card").first().getByText("고치기").first().click();
        assertThat(page.locator("#title0")).hasValue(Pattern.compile(".+"));
        look("call-tree");
        go("/desk/notices/calls");
        assertThat(page.locator("main tbody tr")).not().hasCount(0);
        look("calls-list");
        page.locator("main tbody a").first().click();
        look("call-past");
        go("/desk/notices/calls/new");
        look("call-new");
        go("/desk/notices/cap");
        look("cap-empty");
        page.locator("#name").fill("기상 연계");
        page.locator("#sender").fill("kma" + System.nanoTime() + "@weather.example");
        button("열쇠 만들기").click();
        assertThat(page.locator("main .secret").first()).isVisible();
        look("cap-key");
        go("/desk/notices/alerts?what=drill");
        page.locator("main tbody a").first().click();
        look("drill-past");
    }

    @Test
    void whatCannotBeTakenComesBackWithAllThatWasTyped() {
        signIn("planning");
        go(ALERTS + "/new");
        page.locator("#headline").fill("너무 긴 글");
        page.locator("#text").fill("가".repeat(158));
        page.locator("#dongs input[value=문래동]").check();
        button("저장").click();
        assertThat(page.locator("#errors")).containsText("158");
        assertThat(page.locator("#dongs input[value=문래동]")).isChecked();
        assertThat(page.locator("#text").inputValue()).hasSize(158);
        look("alert-refused");
    }
}
