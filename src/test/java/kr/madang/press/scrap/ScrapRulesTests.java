package kr.madang.press.scrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.document.pdf.PdfWriter;
import kr.madang.press.Tier;
import kr.madang.press.licences.Asked;
import kr.madang.press.licences.Decision;
import kr.madang.press.licences.Use;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The plain parts of the scrap: what a day covers, what rules take, what changed, what stands on paper. */
class ScrapRulesTests {
    private static final Instant AT = Instant.parse("2024-05-01T01:00:00Z");

    private static Clipping clipping(String title, Tier tier, boolean own) {
        return new Clipping(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "매체",
                tier,
                title,
                "",
                null,
                "https://a.example.kr/1",
                "",
                "",
                AT,
                own,
                true);
    }

    private static Rule rule(String section, List<String> words, List<String> without, Set<Tier> tiers, boolean own) {
        return new Rule(UUID.randomUUID(), section, section, words, without, tiers, own, 1, true);
    }

    private static Printed printed(String title, String withdrawn) {
        return Printed.of(clipping(title, Tier.CENTRAL_DAILY, false), "묶음", withdrawn);
    }

    @Test
    void editionsFollowEachOtherWithoutGapOrOverlap() {
        Set<LocalDate> holidays =
                Set.of(LocalDate.of(2024, 2, 9), LocalDate.of(2024, 2, 12), LocalDate.of(2024, 4, 10));
        java.util.function.Predicate<LocalDate> works = d ->
                d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(d);
        Instant last = null;
        for (var day = LocalDate.of(2024, 1, 2); day.getYear() == 2024; day = day.plusDays(1)) {
            if (!works.test(day)) continue;
            var span = Span.of(day, works);
            if (last != null) assertThat(span.since()).as("%s", day).isEqualTo(last);
            assertThat(span.until()).isEqualTo(Instant.parse(day.minusDays(1) + "T22:30:00Z"));
            last = span.until();
        }
        assertThat(Span.of(LocalDate.of(2024, 2, 13), works).holiday()).isTrue();
        assertThat(Span.of(LocalDate.of(2024, 2, 13), works).daysOff()).isEqualTo(4);
        assertThat(Span.of(LocalDate.of(2024, 1, 8), works).holiday()).isFalse();
        assertThat(Span.of(LocalDate.of(2024, 4, 11), works).daysOff()).isEqualTo(1);
    }

    @Test
    void theFirstRuleThatFitsTakesIt() {
        var rules = List.of(
                rule("우리", List.of(), List.of(), Set.of(), true),
                rule("방송", List.of("구청"), List.of("광고"), Set.of(Tier.REGIONAL_BROADCAST), false),
                rule("나머지", List.of("구청", "영등포"), List.of(), Set.of(), false));
        assertThat(Rule.pick(rules, List.of(), clipping("구청 소식", Tier.REGIONAL_BROADCAST, true)))
                .map(Rule::section)
                .contains("우리");
        assertThat(Rule.pick(rules, List.of(), clipping("구청 소식", Tier.REGIONAL_BROADCAST, false)))
                .map(Rule::section)
                .contains("방송");
        assertThat(Rule.pick(rules, List.of(), clipping("구청 광고", Tier.REGIONAL_BROADCAST, false)))
                .map(Rule::section)
                .contains("나머지");
        assertThat(Rule.pick(rules, List.of(), clipping("다른 소식", Tier.REGIONAL_BROADCAST, false)))
                .isEmpty();
        assertThat(Rule.pick(rules, List.of("[광고]"), clipping("[광고] 구청", Tier.CENTRAL_DAILY, true)))
                .isEmpty();
        var english = List.of(rule("영어", List.of("SMART"), List.of(), Set.of(), false));
        assertThat(Rule.pick(english, List.of(), clipping("Smart 도시", Tier.CENTRAL_DAILY, false)))
                .isPresent();
    }

    @Test
    void changesAreWhatDiffers() {
        var a = printed("가", "");
        var b = printed("나", "");
        var c = printed("다", "");
        assertThat(Changes.between(List.of(a, b), List.of(a, b)).none()).isTrue();
        var changed = Changes.between(List.of(a, b), List.of(a, c));
        assertThat(changed.added()).containsExactly(c);
        assertThat(changed.removed()).containsExactly(b);
        assertThat(changed.reordered()).isFalse();
        assertThat(Changes.between(List.of(a, b), List.of(b, a)).reordered()).isTrue();
        var gone = new Printed(a.article(), a.outlet(), "", a.tier(), a.section(), "가", "", "", "", AT, false, "오보");
        assertThat(Changes.between(List.of(a), List.of(gone)).withdrawn()).containsExactly(gone);
        assertThat(Changes.between(List.of(gone), List.of(gone)).none()).isTrue();
    }

    /** Any number of moves leaves everything in the list, once, and the moved one where it was put. */
    @Test
    void movingLosesNothing() {
        var random = new Random(7);
        var list = new ArrayList<>(List.of("가", "나", "다", "라", "마"));
        Collections.shuffle(list, random);
        for (int i = 0; i < 200; i++) {
            var one = list.get(random.nextInt(list.size()));
            int place = random.nextInt(-3, 9);
            var moved = Order.move(list, one, place);
            assertThat(moved).containsExactlyInAnyOrderElementsOf(list);
            assertThat(moved.indexOf(one)).isEqualTo(Math.clamp(place, 1, 5) - 1);
            list = new ArrayList<>(moved);
        }
    }

    @Test
    void whatMayNotBePrintedStandsByTitleLinkAndReasonOnly() throws Exception {
        var asked = Asked.of(Use.PRINT, LocalDate.of(2024, 5, 2));
        var allowed = new Decision(Decision.Verdict.ALLOWED, asked, null, 0);
        var none = new Decision(Decision.Verdict.NONE, asked, null, 0);
        var open = new Shown(printed("허락된 기사", ""), "허락된 본문입니다.", allowed);
        var closed = new Shown(printed("막힌 기사", ""), "", none);
        var gone = new Shown(printed("뺀 기사 제목", "오보로 확인"), "", allowed);
        var edition =
                new Edition(UUID.randomUUID(), LocalDate.of(2024, 5, 2), AT.minusSeconds(86_400), AT, "오늘의 요약 문장", 0);
        var document = new ScrapPaper((code, args) -> code).of(edition, 2, List.of(open, closed, gone));
        String text;
        try (var pdf = Loader.loadPDF(PdfWriter.write(document))) {
            text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
        assertThat(text)
                .contains("일일 언론 스크랩", "2판", "오늘의 요약 문장", "허락된 본문입니다.", "막힌 기사", "a.example.kr/1")
                .contains("press.verdict.none", "뺀 기사: 오보로 확인", "기사 2건은 제목과 주소만");
    }
}
