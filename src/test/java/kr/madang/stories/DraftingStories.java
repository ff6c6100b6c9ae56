package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody writes a paper: finds people for its line, attaches a file, loses the window, meets another text, and changes the line. */
class DraftingStories extends Story {
    private static final String TEXT =
            "1. 관련: 홍보미디어과-1234(2026-11-2)\n2. 청사 안내판을 다음과 같이 바꾸고자 합니다.\n  가. 일시: 2026. 12. 1. 09:00\n  나. 장소: 본관 1층\n\n붙임  견적서 1부.  끝.";

    private void write(String title) {
        go("/desk/approvals/papers/new");
        page.locator("#title").fill(title);
        page.locator("#text").fill(TEXT);
        page.locator("#unittasktitle").fill("청사 홍보물 관리");
        page.locator("#unittask").fill("A1000042");
    }

    private void save() {
        page.locator("button[name=do][value=keep]").click();
    }

    private Locator found(String part, String who) {
        return page.locator("#people li")
                .filter(new Locator.FilterOptions().setHasText(who))
                .first()
                .locator("button[value^='add." + part + ":']");
    }

    private void kept() {
        page.locator("[data-autosave][data-done]").waitFor();
    }

    @Test
    void aPaperIsWrittenWithPeopleFoundByTheirTeamAndAFile() {
        signIn("clerk");
        write("안내판 교체와 협조");
        assertThat(page.locator("#findings")).containsText("고치면 좋은 곳");
        page.locator("#findings a[data-line]").first().click();
        assertThat(page.locator("#text")).isFocused();
        page.locator("#q").fill("언론팀장");
        found("concur", "언론팀장").click();
        assertThat(page.locator("#line-editor .line-row")).hasCount(3);
        page.locator("#q").fill("");
        page.locator("#team").selectOption("media");
        found("together", "소통미디어팀장").click();
        assertThat(page.locator("#line-editor .line-row.together")).hasCount(1);
        page.locator("#team").selectOption("computing");
        found("circulate", "전산").click();
        assertThat(page.locator("#line-editor")).containsText("공람 1명");
        page.locator("#line-editor button[value='up:1']").click();
        assertThat(page.locator("#line-editor .line-row").first()).containsText("언론팀장");
        page.locator("#line-editor button[value='down:0']").click();
        assertThat(page.locator("#line-editor .line-row").first()).containsText("홍보기획팀장");
        page.locator("#line-editor .disclosure summary").click();
        page.locator("#linename").fill("홍보물 협조");
        page.locator("button[value='line.keep']").click();
        assertThat(page.locator("#line-editor")).containsText("결재선을 저장했습니다.");
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("견적서.txt", "text/plain", "금10,000원".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("설치.pdf.exe", "text/plain", "MZ".getBytes(StandardCharsets.UTF_8))
        });
        assertThat(page.locator(".files li")).hasCount(1);
        assertThat(page.locator(".upload-say")).containsText("숨어");
        assertThat(page.locator("#findings")).not().containsText("올린 파일이 없습니다");
        page.locator("#task").selectOption("spend");
        assertThat(page.locator("#decision")).containsText("금액을 적어 주십시오");
        page.locator("#amount").fill("10,000,000");
        assertThat(page.locator("#decision")).containsText("과장 전결");
        assertThat(page.locator("#decision")).containsText("50,000,000원 미만");
        look("drafting-form");
        page.locator("button[name=do][value=fix]").click();
        assertThat(page.locator("#text")).hasValue(Pattern.compile("2026\\. 11\\. 2\\."));
        save();
        assertThat(page.locator("h1")).hasText("안내판 교체와 협조");
        assertThat(page.locator(".files")).containsText("견적서.txt");
        look("drafting-paper");
        page.locator("button[name=move][value=submit]").click();
        page.locator("a[href$='/line']").click();
        page.locator("#team").selectOption("telecom");
        found("review", "정보통신팀장").click();
        assertThat(page.locator("#line-editor")).containsText("정보통신팀장");
        look("drafting-change-line");
        page.locator("#words").fill("통신실도 검토하기로 함");
        page.locator("button[name=do][value=change]").click();
        assertThat(page.locator("main")).containsText("통신실도 검토하기로 함");
    }

    @Test
    void aSlowAnswerTakesNothingAwayFromANewerOne() {
        signIn("clerk");
        write("느린 답과 빠른 답");
        var slow = new ArrayList<Route>();
        page.route("**/writing/people", route -> {
            if (asks(route, "team=media")) slow.add(route);
            else route.resume();
        });
        page.locator("#team").selectOption("media");
        page.waitForCondition(() -> slow.size() == 1);
        page.locator("#team").selectOption("computing");
        assertThat(found("circulate", "전산")).isVisible();
        slow.getFirst().resume();
        found("circulate", "전산").click();
        assertThat(page.locator("#line-editor")).containsText("공람 1명");
        assertThat(page.locator("#people")).not().containsText("소통미디어팀장");
        page.route("**/writing/line", route -> {
            if (slow.size() == 1) slow.add(route);
            else route.resume();
        });
        var names = page.locator("#people li button[value^='add.circulate:']");
        names.nth(1).click();
        names.nth(2).click();
        page.waitForCondition(() -> slow.size() == 2);
        slow.getLast().resume();
        assertThat(page.locator("#line-editor")).containsText("공람 3명");
    }

    private static boolean asks(Route route, String what) {
        return String.valueOf(route.request().postData()).contains(what);
    }

    @Test
    void whatWasTypedComesBackAfterTheWindowWasKilled() {
        signIn("press");
        go("/desk/approvals/papers/new");
        page.locator("#title").fill("사라질 뻔한 계획");
        page.locator("#text").fill("1. 첫째\n2. 둘째  끝.");
        kept();
        page.close();
        page = context().newPage();
        go("/desk/approvals/papers/new");
        assertThat(page.locator(".unsaved")).containsText("사라질 뻔한 계획");
        look("drafting-unsaved");
        page.locator(".unsaved li")
                .filter(new Locator.FilterOptions().setHasText("사라질 뻔한 계획"))
                .locator("a")
                .click();
        assertThat(page.locator("#text")).hasValue("1. 첫째\n2. 둘째  끝.");
    }

    @Test
    void twoWindowsMeetAndNeitherTextIsLost() {
        signIn("clerk");
        write("두 창에서 쓰는 계획");
        save();
        var at = page.url();
        go(at.substring(at.indexOf("/desk")) + "/edit");
        var other = context().newPage();
        other.navigate(at + "/edit");
        other.locator("#text").fill("1. 다른 창에서 쓴 첫째\n2. 둘째  끝.");
        other.locator("button[name=do][value=keep]").click();
        assertThat(other.locator("main .paper")).containsText("다른 창에서 쓴 첫째");
        page.locator("#text").fill("1. 내가 쓴 첫째\n2. 둘째  끝.");
        save();
        assertThat(page.locator("h1")).hasText("두 글이 다릅니다");
        assertThat(page.locator(".compare del").first()).containsText("다른");
        look("drafting-conflict");
        page.locator("button[name=choice][value=edit]").click();
        assertThat(page.locator("#text")).hasValue(Pattern.compile("내가 쓴 첫째"));
        save();
        assertThat(page.locator("main .paper")).containsText("내가 쓴 첫째");
        other.close();
    }

    @Test
    void aDraftBeginsFromAForm() {
        signIn("admin");
        go("/desk/approvals/starters");
        look("drafting-starters");
        page.locator("a[href='/desk/approvals/starters/new']").click();
        look("drafting-starter");
        signOut();
        signIn("clerk");
        go("/desk/approvals/starters");
        page.locator(".starter")
                .filter(new Locator.FilterOptions().setHasText("공고문"))
                .locator("button")
                .click();
        assertThat(page.locator("#kind")).hasValue("notice");
        assertThat(page.locator("#second")).hasValue("announcement");
        assertThat(page.locator("#text")).hasValue(Pattern.compile("공고 기간"));
        page.locator("label[for=disclosure-partly]").click();
        page.locator("label[for=grounds-6]").click();
        look("drafting-from-form");
    }

    @Test
    void aTextOfTwoHundredThousandCharactersGoesThroughARealServer() {
        signIn("planning");
        write("아주 긴 계획");
        page.locator("#text")
                .evaluate("text => { text.value = '청사 안내판을 새로 바꾸고 그 결과를 알립니다.\\n'.repeat(7700);"
                        + " text.dispatchEvent(new Event('input', { bubbles: true })); }");
        kept();
        save();
        assertThat(page.locator("h1")).hasText("아주 긴 계획");
    }
}
