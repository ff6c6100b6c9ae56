package kr.madang.press.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import kr.madang.kernel.Period;
import kr.madang.kernel.access.Level;
import kr.madang.press.Tier;
import kr.madang.press.alike.Original;
import kr.madang.press.coverage.Correction.State;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people say of articles: tones, tags, claims; and what is counted of them. */
class ReadingsTests extends CoverageCase {
    private static final Instant AT = Instant.parse("2019-07-01T01:00:00Z");

    @Autowired
    Readings readings;

    @Autowired
    Corrections corrections;

    @Autowired
    Statistics statistics;

    @Autowired
    Earned earned;

    @Autowired
    Issues issues;

    @Autowired
    ArticleList list;

    @Test
    void twoReadersWhoDifferLeaveTheToneOpen() {
        var id = taken(online("tone", "논조 기사", "", AT));
        var other = actor(Level.WORK);
        var third = actor(Level.WORK);
        readings.read(WRITER, id, Tone.NEGATIVE);
        assertThat(articles.get(id).tone()).isEqualTo(Tone.NEGATIVE);
        readings.read(other, id, Tone.POSITIVE);
        assertThat(articles.get(id).tone()).isNull();
        assertThat(Readings.disputed(readings.list(id))).isTrue();
        refused("press.coverage.tone.read", run(() -> readings.read(third, id, Tone.NEUTRAL)));
        readings.read(WRITER, id, Tone.POSITIVE);
        assertThat(articles.get(id).tone()).isEqualTo(Tone.POSITIVE);
        readings.withdraw(WRITER, id);
        readings.read(third, id, Tone.NEUTRAL);
        assertThat(readings.list(id)).extracting(Readings.Reading::reader).containsExactly(1, 2);
        refused("press.coverage.tone.none", run(() -> readings.withdraw(WRITER, id)));
        refused("press.forbidden", run(() -> readings.read(READER, id, Tone.NEUTRAL)));
    }

    @Test
    void tagsAreCleanedAndSearchable() {
        var id = taken(online("tags", "태그 기사", "", AT));
        var tag = "t" + System.nanoTime() % 1_000_000;
        readings.tag(WRITER, id, List.of(" #" + tag + " ", tag, "", "복지"));
        assertThat(readings.tags(id)).containsExactlyInAnyOrder(tag, "복지");
        var query =
                new ArticleList.Query("", null, null, null, null, tag, null, null, ArticleList.Which.COUNTED, false);
        assertThat(list.page(query, null, 10).rows()).extracting(Article::id).containsExactly(id);
        refused("press.coverage.tags", run(() -> readings.tag(WRITER, id, List.of("가".repeat(31)))));
        refused(
                "press.coverage.tags",
                run(() -> readings.tag(
                        WRITER,
                        id,
                        IntStream.range(0, 21).mapToObj(i -> "a" + i).toList())));
    }

    @Test
    void aClaimFollowsThePeriodsOfTheAct() {
        var today = corrections.today();
        var id = taken(online("claim", "틀린 기사", "", clock.instant().minus(Duration.ofDays(10))));
        var claim = corrections.draft(WRITER, id, Correction.Kind.CORRECTION, "틀린 말", "맞는 말", today);
        var rule = corrections.rule(claim.kind(), claim.reportedOn());
        assertThat(Objects.requireNonNull(claim.due(rule)).day()).isEqualTo(today.plusMonths(3));
        int n = claim.serial();
        refused("press.correction.moved", () -> corrections.move(WRITER, n, State.DRAFT, State.PRINTED, today, ""));
        refused(
                "press.correction.day",
                () -> corrections.move(WRITER, n, State.DRAFT, State.SENT, today.plusDays(1), ""));
        corrections.move(WRITER, n, State.DRAFT, State.SENT, today.minusDays(8), "등기");
        refused("press.correction.moved", () -> corrections.move(WRITER, n, State.DRAFT, State.SENT, today, ""));
        var received = corrections.move(WRITER, n, State.SENT, State.RECEIVED, today.minusDays(6), "");
        assertThat(Objects.requireNonNull(received.due(rule)).day()).isEqualTo(today.minusDays(3));
        var accepted = corrections.move(WRITER, n, State.RECEIVED, State.ACCEPTED, today.minusDays(4), "");
        assertThat(Objects.requireNonNull(accepted.due(rule)).day()).isEqualTo(today.plusDays(1));
        assertThat(corrections
                        .move(WRITER, n, State.ACCEPTED, State.PRINTED, today, "")
                        .due(rule))
                .isNull();
        assertThat(corrections.steps(n)).hasSize(5);
        refused("press.forbidden", () -> corrections.draft(READER, id, Correction.Kind.REPLY, "a", "b", today));
    }

    @Test
    void aClaimIsLateAfterThreeMonthsOfKnowingOrSixOfTheReport() {
        var today = corrections.today();
        var old = taken(online("late", "오래된 기사", "", clock.instant().minus(Duration.ofDays(190))));
        refused(
                "press.correction.late",
                () -> corrections.draft(WRITER, old, Correction.Kind.CORRECTION, "a", "b", today));
        refused(
                "press.correction.late",
                () -> corrections.draft(WRITER, old, Correction.Kind.LATER, "a", "b", today.minusDays(100)));
        assertThat(corrections
                        .draft(WRITER, old, Correction.Kind.LATER, "a", "b", today)
                        .state())
                .isEqualTo(State.DRAFT);
        refused(
                "press.correction.known",
                () -> corrections.draft(WRITER, old, Correction.Kind.REPLY, "a", "b", today.minusDays(300)));
        var rule = corrections.rule(Correction.Kind.REPLY, LocalDate.of(2023, 11, 30));
        assertThat(rule.claimBy(LocalDate.of(2023, 11, 30), LocalDate.of(2023, 11, 30)))
                .isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(rule.claimBy(LocalDate.of(2023, 12, 31), LocalDate.of(2023, 7, 10)))
                .isEqualTo(LocalDate.of(2024, 1, 10));
    }

    @Test
    void allTablesSumToTheSameWhole() {
        var span = new Period(LocalDate.of(2018, 1, 1), LocalDate.of(2018, 12, 31));
        var central = another(Tier.CENTRAL_DAILY);
        for (int i = 0; i < 25; i++) {
            var host = i % 7 == 0
                    ? "nobody%d.example".formatted(System.nanoTime())
                    : (i % 3 == 0 ? central : outlet).hosts().getFirst();
            taken(Found.online(
                    "https://" + host + "/sum/" + i,
                    "합계 기사 " + i,
                    "",
                    Instant.parse("2018-%02d-28T15:30:00Z".formatted(1 + i % 12)),
                    null));
        }
        var all = statistics.all(span);
        assertThat(all.total()).isEqualTo(25);
        for (var table : List.of(statistics.months(span), statistics.outlets(span), statistics.releases(span))) {
            assertThat(table.stream().mapToInt(Statistics.Line::total).sum()).isEqualTo(all.total());
            assertThat(table.stream().mapToInt(Statistics.Line::homeless).sum()).isEqualTo(all.homeless());
            for (var tier : Tier.values())
                assertThat(table.stream().mapToInt(l -> l.of(tier)).sum()).isEqualTo(all.of(tier));
        }
        // half past midnight in Seoul belongs to the next day
        assertThat(statistics.months(new Period(LocalDate.of(2018, 1, 29), LocalDate.of(2018, 1, 29))))
                .hasSize(1);
        assertThat(statistics.months(new Period(LocalDate.of(2018, 1, 28), LocalDate.of(2018, 1, 28))))
                .isEmpty();
    }

    @Test
    void aReleaseKnowsWhoCarriedItAndWhoMissedIt() {
        var at = Instant.parse("2017-05-10T00:00:00Z");
        var text = "구는 5월 10일 %s를 연다고 밝혔다. 강사와 보조강사가 곁에서 함께 익히며 복습 영상을 따로 받아 볼 수 있다. 마지막 날에는 현장 수업이 열린다.";
        var before = new Original(
                java.util.UUID.randomUUID(),
                "앞선 자료",
                text.formatted("장미 축제와 먹거리 장터"),
                List.of(),
                at.minus(Duration.ofDays(20)));
        var now = new Original(java.util.UUID.randomUUID(), "이번 자료", text.formatted("어르신 스마트폰 교실"), List.of(), at);
        releases.all.add(before);
        releases.all.add(now);
        var other = another(Tier.REGIONAL_ONLINE);
        for (var host : List.of(outlet.hosts().getFirst(), other.hosts().getFirst()))
            taken(Found.online(
                    "https://" + host + "/e/1", before.title(), before.text(), at.minus(Duration.ofDays(19)), null));
        taken(online("e/2", now.title(), now.text(), at.plus(Duration.ofMinutes(90))));
        var of = earned.of(now.id(), at);
        assertThat(of.carried()).hasSize(1);
        assertThat(of.lead()).isEqualTo(Duration.ofMinutes(90));
        assertThat(of.missed()).extracting(o -> o.id()).containsExactly(other.id());
        assertThat(of.pickUp()).isEqualTo(50);
    }

    @Test
    void aWatchedWordRisesAboveItsUsualWeeks() {
        var word = "낱말" + System.nanoTime() % 1_000_000;
        issues.watch(WRITER, word);
        refused("press.issues.there", run(() -> issues.watch(WRITER, word)));
        refused("press.issues.word", run(() -> issues.watch(WRITER, "가")));
        var now = Instant.parse("2016-09-07T08:00:00Z");
        for (int week = 0; week <= 8; week++)
            for (int i = 0; i < (week == 0 ? 9 : 1); i++)
                taken(online(
                        "w%d/%d".formatted(week, i),
                        word + " 소식 " + week + " " + i,
                        "",
                        now.minus(Duration.ofDays(7L * week)).minus(Duration.ofMinutes(20L * i))));
        var watched = issues.at(now).stream()
                .filter(w -> w.word().equals(word))
                .findFirst()
                .orElseThrow();
        assertThat(watched.past()).hasSize(8).containsOnly(1);
        assertThat(watched.verdict().spike()).isTrue();
        assertThat(issues.articles(word, now)).hasSize(9);
        issues.forget(WRITER, word);
        refused("press.issues.missing", run(() -> issues.forget(WRITER, word)));
    }
}
