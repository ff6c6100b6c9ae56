package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.press.outlets.Outlets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The press desk makes the morning's scrap, and the chief reads it. */
class ScrapStories extends Story {
    @Autowired
    JdbcClient db;

    @Autowired
    Outlets outlets;

    @Autowired
    Workdays workdays;

    @Autowired
    Clock clock;

    private void press(String text) {
        page.locator("main button").getByText(text).last().click();
    }

    /** An article of the night before the edition. */
    private void printed(String outlet, String title) {
        var day = workdays.countsFor(clock.instant());
        var id = UUID.randomUUID();
        db.sql("""
                insert into press.article (id, outlet, kind, url, canonical, title, lead, published_at, found_at)
                select :id, o.id, 'ONLINE', :url, :url, :title, '영등포구는 이번 봄꽃축제에 안전요원을 두 배로 늘린다고 밝혔다.', :at, :at
                from press.outlet o where o.name = :outlet""")
                .param("id", id)
                .param("outlet", outlet)
                .param("url", "https://news.example.kr/" + id)
                .param("title", title)
                .param("at", Instant.parse(day.minusDays(1) + "T20:00:00Z"))
                .update();
    }

    @Test
    void theScrapIsMadePublishedReadAndPutRight() {
        printed("겨레마당신문", "영등포구 봄꽃축제 안전 대책 발표");
        printed("샛강케이블", "영등포구 축제 현장을 가다");
        signIn("press");
        go("/desk/press/scrap");
        look("press-scraps");
        press("스크랩 만들기");
        assertThat(page.locator("main")).containsText("영등포구 봄꽃축제 안전 대책 발표");
        page.locator("#headline").fill("봄꽃축제 안전 대책이 주요 일간지에 실림");
        press("저장");
        page.locator("main summary").getByText("발행").first().click();
        look("press-scrap-edition");
        press("발행");
        assertThat(page.locator("main .alert").first()).containsText("1판을 발행하고");
        signOut();
        signIn("chief");
        go("/desk/press/scrap");
        page.locator("main tbody a").getByText("읽기").first().click();
        assertThat(page.locator("main")).containsText("봄꽃축제 안전 대책이 주요 일간지에 실림");
        look("press-scrap-read");
        page.locator("main").getByText("휴대전화로 읽기").first().click();
        look("press-scrap-mobile");
        go("/desk/press/scrap/setting");
        look("press-scrap-setting");
        signOut();
        signIn("press");
        go("/desk/press/scrap");
        page.locator("main tbody th a").first().click();
        assertThat(page.locator("main table").last()).containsText("1판");
        page.locator("main li details summary").first().click();
        page.locator("main li details[open] input[name=withdrawn]").fill("매체가 기사를 거두어들임");
        page.locator("main li details[open] button").getByText("철회").click();
        assertThat(page.locator("main")).containsText("2판");
        look("press-scrap-again");
        go("/desk/press/scrap/rules");
        look("press-scrap-rules");
        page.locator("main tbody a").first().click();
        look("press-scrap-rule");
    }
}
