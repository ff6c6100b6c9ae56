package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import kr.madang.kernel.Korean;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.recipients.Recipients;
import kr.madang.notices.recipients.Segments;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A message goes from the officer who writes it over the chief who approves it to the telephones of residents. */
class NoticesStories extends Story {
    private static final String TEXT = "[영등포구] 오늘 15시 당산1동에 호우경보가 발령되었습니다. 하천변과 지하차도에서 벗어나고 외출을 삼가세요. 문의 02-0000-3700";

    private static final String NUMBER = "010-0997-7654";
    private static final Audience YOUNG = new Audience(Set.of("양평1동"), Set.of(AgeBand.TEENS), Set.of());

    @Autowired
    Segments segments;

    @Autowired
    Recipients recipients;

    private Locator button(String text) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private Locator act(String move) {
        return page.locator("main button[name=move][value=" + move + "]");
    }

    /** @return address of the send */
    private String written(String title) {
        go("/desk/notices/sends/new");
        page.locator("main details.disclosure summary").first().click();
        page.locator("#standard").selectOption("rain.warning");
        page.locator("button[name=do][value=standard]").click();
        assertThat(page.locator("#text")).hasValue(Pattern.compile("호우경보"));
        assertThat(page.locator("#kind-DISASTER")).isChecked();
        page.locator("#title").fill(title);
        page.locator("#group").selectOption(new SelectOption().setLabel("양평1동 청소년"));
        page.locator("#text").fill(TEXT);
        page.locator("#override").fill("호우특보가 내려진 시각에 알려야 함");
        assertThat(page.locator("#preview .phone-text")).containsText("오늘 15시");
        assertThat(page.locator("#preview")).containsText("장문");
        look("notices-write");
        button("저장").click();
        assertThat(page.locator("h1")).hasText(title);
        return page.url();
    }

    /** The decision comes through the outbox and the send begins by itself, a moment later. */
    private void becomes(String send, String state) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            go(send);
            var badge = page.locator("#course .badge");
            if (badge.count() > 0 && badge.innerText().strip().equals(state)) return;
            Thread.sleep(100);
        }
        assertThat(page.locator("#course .badge")).hasText(state);
    }

    /** By the public pages, with the code that came to the telephone. */
    private void subscribe() {
        go("/notices/subscribe");
        page.locator("#address").fill(NUMBER);
        page.locator("#dong").selectOption("양평1동");
        page.locator("#age").selectOption(AgeBand.TEENS.name());
        page.locator("#agree-true").check();
        page.getByText("인증번호 받기").click();
        page.locator("#code").fill(code("7654"));
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText("신청을 마쳤습니다");
    }

    private int reached(Kind kind) {
        return recipients.count(YOUNG, Channel.SMS, kind, Instant.now());
    }

    @Test
    void aResidentSubscribesIsToldOnTheTelephoneAndRejects() throws Exception {
        int before = reached(Kind.DISASTER);
        subscribe();
        assertThat(reached(Kind.DISASTER)).isEqualTo(before + 1);
        segments.save(Actor.SYSTEM, "양평1동 청소년", Channel.SMS, YOUNG);

        var title = "호우경보 안내";
        signIn("planning");
        go("/desk/notices/sends");
        look("notices-sends");
        var send = written(title);
        page.locator("#to").fill("010-0000-1234");
        button("시험 발송").click();
        assertThat(page.locator("main .alert").first()).containsText("010-****-1234");
        look("notices-send-tried");
        button("결재 올리기").click();
        assertThat(page.locator("main .paper")).containsText("발송 봉인");
        assertThat(page.locator("main .paper")).containsText("호우경보가 발령되었습니다");
        act("submit").click();
        assertThat(page.locator("main")).containsText("진행 중");
        go(send);
        assertThat(page.locator("main .alert").first()).containsText("결재가 진행 중입니다");
        signOut();

        signIn("chief");
        go("/desk/approvals/inbox");
        page.locator("main tbody a").getByText(title + " 발송").click();
        act("sign").click();
        assertThat(page.locator("main")).containsText("결재 완료");
        signOut();

        signIn("planning");
        go(send);
        becomes(send, "마침");
        var told = Korean.number(before + 1);
        assertThat(page.locator("#course .course-line")).containsText(told);
        look("notices-send-closed");
        go(send + "/statistics");
        assertThat(page.locator("main")).containsText(told);
        look("notices-statistics");
        go(send + "/rows");
        assertThat(page.locator("main tbody")).containsText("010-****-");
        look("notices-rows");
        go("/desk/notices/phone?to=" + NUMBER.replace("-", ""));
        assertThat(page.locator(".bubble").first()).containsText(TEXT);
        look("notices-resident-phone");
        signOut();

        int open = reached(Kind.PUBLIC);
        go("/notices/my");
        page.locator("#address").fill(NUMBER);
        page.locator("form[action='/notices/my/asking'] button[type=submit]").click();
        page.locator("#code").fill(code("7654"));
        page.locator("main form button[type=submit]").click();
        page.getByText("모두 그만 받기").first().click();
        page.locator("form[action='/notices/my/withdrawal'] button[type=submit]")
                .click();
        assertThat(page.locator("main")).containsText("지금 받는 소식이 없습니다");
        assertThat(reached(Kind.PUBLIC)).isEqualTo(open - 1);
    }

    @Test
    void theOtherPagesOfTheDesk() {
        signIn("chief");
        go("/desk/notices/calendar?month=2023-05");
        assertThat(page.locator("main table")).containsText("어린이날");
        assertThat(page.locator("main table")).containsText("부처님오신날");
        look("notices-calendar");
        go("/desk/notices/terms");
        look("notices-terms");
        go("/desk/notices/templates");
        look("notices-templates");
        go("/desk/notices/templates/new");
        page.locator("#name").fill("새 서식");
        page.locator("#text").fill("#{동} 주민께 알립니다.");
        button("저장").click();
        assertThat(page.locator("h1")).hasText("새 서식");
        look("notices-template");
        go("/desk/notices/audit");
        button("지금 점검").click();
        assertThat(page.locator("main")).containsText("모두 맞습니다");
        look("notices-audit");
        go("/desk/notices/sends?state=closed");
        assertThat(page.locator("main tbody tr")).hasCount(20);
        page.locator("main a[rel=next]").click();
        assertThat(page.locator("main tbody tr")).hasCount(20);
    }

    @Test
    void whatCannotBeTakenComesBackWithAllThatWasTyped() {
        signIn("planning");
        go("/desk/notices/sends/new");
        page.locator("#text").fill("#{주민번호}님께");
        page.locator("#title").fill("안내");
        button("저장").click();
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("#text")).hasValue("#{주민번호}님께");
        look("notices-write-refused");
    }
}
