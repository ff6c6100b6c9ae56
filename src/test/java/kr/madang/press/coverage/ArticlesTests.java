package kr.madang.press.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.madang.kernel.Period;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.press.Tier;
import kr.madang.press.licences.Contracts;
import kr.madang.press.licences.Use;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each article once, whoever gives it how often. */
class ArticlesTests extends CoverageCase {
    private static final Instant AT = Instant.parse("2021-04-05T01:00:00Z");

    @Autowired
    CoverageFigures figures;

    @Autowired
    Contracts contracts;

    @Test
    void theSameAddressTwiceIsOneArticle() {
        var one = online("view?id=1", "제목 하나", "글", AT);
        var id = taken(one);
        var again = Found.online(one.url() + "&utm_source=mail#top", "제목 바뀜", "글", AT, null);
        var taken = articles.take(List.of(one, again, one));
        assertThat(taken.fresh()).isEmpty();
        assertThat(taken.known()).isEqualTo(3);
        assertThat(articles.get(id).title()).isEqualTo("제목 하나");
        assertThat(articles.get(id).tier()).isEqualTo(Tier.REGIONAL_ONLINE);
    }

    @Test
    void twoInOneBatchAreOneToo() {
        var taken = articles.take(List.of(online("v/1", "같은 기사", "", AT), online("v/1/", "같은 기사", "", AT)));
        assertThat(taken.fresh()).hasSize(1);
    }

    @Test
    void manyAtOnceTakeEachOnce() throws Exception {
        var batch = IntStream.range(0, 40)
                .mapToObj(i -> online("race/" + i, "경쟁 기사 " + i, "", AT))
                .toList();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 6)
                    .<Future<Integer>>mapToObj(
                            i -> pool.submit(() -> articles.take(batch).fresh().size()))
                    .toList();
            int fresh = 0;
            for (var one : all) fresh += one.get();
            assertThat(fresh).isEqualTo(40);
        }
    }

    @Test
    void timesThatCannotBeArePutRightAndKept() {
        var future = clock.instant().plus(Duration.ofDays(400));
        var ahead = articles.get(taken(online("future", "내일의 기사", "", future)));
        assertThat(ahead.publishedAt()).isBeforeOrEqualTo(clock.instant());
        assertThat(ahead.saidAt()).isBetween(future.minusMillis(1), future.plusMillis(1));
        var old = articles.get(taken(online("epoch", "옛 기사", "", Instant.EPOCH.minus(Duration.ofDays(20_000)))));
        assertThat(old.saidAt()).isNotNull();
        assertThat(articles.get(taken(online("ok", "오늘 기사", "", AT))).saidAt()).isNull();
    }

    @Test
    void whatHasNoAddressOrHeadlineIsNotTaken() {
        var taken = articles.take(
                List.of(Found.online("javascript:alert(1)", "제목", "", AT, null), online("notitle", "  \0 ", "", AT)));
        assertThat(taken.fresh()).isEmpty();
    }

    @Test
    void hostsOfNobodyWaitToBeAssigned() {
        var host = "stray" + System.nanoTime() + ".example";
        var id = taken(Found.online("https://m." + host + "/1", "떠도는 기사", "", AT, null));
        assertThat(articles.get(id).outlet()).isNull();
        assertThat(articles.get(id).outletName()).isEqualTo(host);
        assertThat(articles.homeless()).anyMatch(h -> h.host().equals(host) && h.count() == 1);
        refused("press.forbidden", () -> articles.assign(READER, host, outlet.id()));
        assertThat(articles.assign(WRITER, host, outlet.id())).isOne();
        assertThat(articles.get(id).outlet()).isEqualTo(outlet.id());
        assertThat(articles.get(taken(Found.online("https://news." + host + "/2", "다음 기사", "", AT, null)))
                        .outlet())
                .isEqualTo(outlet.id());
        refused("press.coverage.host", () -> articles.assign(WRITER, host, outlet.id()));
    }

    private Found broadcast(String programme, Instant at) {
        return new Found(Kind.BROADCAST, outlet.id(), null, "구청 소식", "", "", "", "", programme, "C-1", at, null);
    }

    @Test
    void aBroadcastIsOneOfItsProgrammeAndTime() {
        articles.enter(WRITER, broadcast("아침 뉴스", AT));
        refused("press.coverage.there", () -> articles.enter(WRITER, broadcast("아침뉴스", AT)));
        articles.enter(WRITER, broadcast("아침 뉴스", AT.plusSeconds(60)));
        refused("press.coverage.programme", () -> articles.enter(WRITER, broadcast(" ", AT)));
        refused("press.forbidden", () -> articles.enter(READER, broadcast("저녁 뉴스", AT)));
    }

    @Test
    void wrongEntriesAreRefused() {
        refused("press.coverage.title", () -> articles.enter(WRITER, online("a", " ", "", AT)));
        refused("press.coverage.title", () -> articles.enter(WRITER, online("a", "가".repeat(301), "", AT)));
        refused("press.coverage.url", () -> articles.enter(WRITER, Found.online("nowhere", "제목", "", AT, null)));
        refused(
                "press.coverage.at",
                () -> articles.enter(
                        WRITER, online("a", "제목", "", clock.instant().plusSeconds(3_600))));
        refused(
                "press.coverage.outlet",
                () -> articles.enter(
                        WRITER, new Found(Kind.PAPER, null, null, "제목", "", "", "", "1", "", "", AT, null)));
        refused(
                "press.outlet.missing",
                () -> articles.enter(
                        WRITER,
                        new Found(Kind.PAPER, UUID.randomUUID(), null, "제목", "", "", "", "1", "", "", AT, null)));
    }

    @Test
    void whatIsLeftOutDoesNotCountUntilItIsBroughtBack() {
        var day = new Period(java.time.LocalDate.of(2020, 2, 2), java.time.LocalDate.of(2020, 2, 2));
        var key = FigureKey.of("press.coverage").with("tier", "regional_online");
        var id = taken(online("out", "다른 영등포 이야기", "", Instant.parse("2020-02-02T03:00:00Z")));
        assertThat(figures.value(key, day))
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("1"));
        assertThat(figures.rows(key, day, 0, 10).rows()).hasSize(1);
        articles.leaveOut(WRITER, id, "구정과 무관");
        assertThat(figures.value(key, day))
                .hasValueSatisfying(v -> assertThat(v).isZero());
        refused("press.coverage.changed", run(() -> articles.leaveOut(WRITER, id, "또")));
        articles.bringBack(WRITER, id);
        assertThat(figures.value(key, day))
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("1"));
        refused("press.coverage.why", run(() -> articles.leaveOut(WRITER, id, " ")));
        refused("press.forbidden", run(() -> articles.leaveOut(READER, id, "까닭")));
    }

    private @org.jspecify.annotations.Nullable String bodyOf(String path, String body) {
        var found = online(path, "제목 " + path, "앞부분", AT);
        return articles.get(taken(new Found(
                        found.kind(), null, found.url(), found.title(), found.lead(), body, "", "", "", "", AT, null)))
                .body();
    }

    @Test
    void textsAreKeptOnlyWhereALicenceSaysSo() {
        assertThat(bodyOf("body/1", "허락 없이는 남기지 않는 기사의 온전한 글")).isNull();
        var product = contracts.products().stream()
                .filter(p -> p.terms().containsKey(Use.VIEW))
                .findFirst()
                .orElseThrow();
        var today = java.time.LocalDate.ofInstant(clock.instant(), Article.SEOUL);
        contracts.register(
                actor(Level.APPROVE),
                new Contracts.Draft(outlet.id(), product.id(), today.minusDays(1), today.plusDays(9), 20, 3, ""),
                null);
        assertThat(bodyOf("body/2", "허락받은 기사의 온전한 글")).isEqualTo("허락받은 기사의 온전한 글");
    }
}
