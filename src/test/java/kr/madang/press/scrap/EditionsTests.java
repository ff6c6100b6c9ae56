package kr.madang.press.scrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.files.Files;
import kr.madang.press.Tier;
import kr.madang.press.licences.Contracts;
import kr.madang.press.licences.Licences;
import kr.madang.press.licences.Use;
import kr.madang.press.licences.UseLog;
import kr.madang.press.outlets.Outlets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A scrap is made, published, read, put right and published again; its licences hold all the way. */
@OfficeTest
class EditionsTests {
    private static final Actor DESK = new Actor(UUID.randomUUID(), "press", "담당", "", Map.of("press", Level.WORK));
    private static int days;

    @Autowired
    Editions editions;

    @Autowired
    Publishing publishing;

    @Autowired
    Reading reading;

    @Autowired
    Readings readings;

    @Autowired
    ScrapSettings settings;

    @Autowired
    Outlets outlets;

    @Autowired
    Contracts contracts;

    @Autowired
    Licences licences;

    @Autowired
    UseLog log;

    @Autowired
    Accounts accounts;

    @Autowired
    Files files;

    @Autowired
    JdbcClient db;

    /** A Wednesday nobody else's test uses. */
    private static synchronized LocalDate day() {
        return LocalDate.of(2015, 1, 7).plusWeeks(days++);
    }

    private UUID outlet(String product) {
        var outlet = outlets.add(DESK, "스크랩 매체 " + System.nanoTime(), Tier.CENTRAL_DAILY, List.of())
                .id();
        if (product.isEmpty()) return outlet;
        var bought = contracts.products().stream()
                .filter(p -> p.name().equals(product))
                .findFirst()
                .orElseThrow();
        contracts.register(
                Actor.SYSTEM,
                new Contracts.Draft(outlet, bought.id(), LocalDate.of(2010, 1, 1), LocalDate.of(2999, 1, 1), 0, 0, ""),
                null);
        return outlet;
    }

    private UUID article(UUID outlet, LocalDate day, String title) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into press.article (id, outlet, kind, url, canonical, title, lead, body, published_at, found_at)
                values (:id, :outlet, 'ONLINE', :url, :url, :title, '기사의 첫머리', '기사의 온 글', :at, :at)""")
                .param("id", id)
                .param("outlet", outlet)
                .param("url", "https://scrap.example.kr/" + id)
                .param("title", title)
                .param("at", Instant.parse(day.minusDays(1) + "T12:00:00Z"))
                .update();
        return id;
    }

    private String rule(String section) {
        var word = "낱말" + System.nanoTime();
        settings.save(
                DESK, new Rule(UUID.randomUUID(), word, section, List.of(word), List.of(), Set.of(), false, 1, true));
        return word;
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private List<UUID> articles(LocalDate day) {
        return editions.entries(editions.get(day)).stream()
                .map(e -> e.printed().article())
                .toList();
    }

    private UUID item(LocalDate day, UUID article) {
        return editions.entries(editions.get(day)).stream()
                .filter(e -> e.printed().article().equals(article))
                .findFirst()
                .orElseThrow()
                .item();
    }

    @Test
    void rulesBringArticlesInOnceAndPeopleChooseOrderAndTakeOut() {
        var day = day();
        var word = rule("동네");
        var outlet = outlet("");
        var first = article(outlet, day, word + " 하나");
        var second = article(outlet, day, word + " 둘");
        var other = article(outlet, day, "관계없는 소식");
        article(outlet, day, "[광고] " + word);
        editions.open(DESK, day);
        assertThat(articles(day)).containsExactlyInAnyOrder(first, second);
        assertThat(editions.collect(DESK, day)).isZero();
        editions.choose(DESK, day, other, "동네");
        refused("press.scrap.there", () -> editions.choose(DESK, day, other, "동네"));
        editions.move(DESK, day, item(day, other), "동네", 1);
        assertThat(articles(day).getFirst()).isEqualTo(other);
        editions.move(DESK, day, item(day, other), "새 묶음", 1);
        assertThat(articles(day).getLast()).isEqualTo(other);
        editions.remove(DESK, day, item(day, first));
        editions.collect(DESK, day);
        assertThat(articles(day)).containsExactly(second, other);
        refused("press.scrap.day.off", () -> editions.open(DESK, day.plusDays(3)));
        refused("press.scrap.future", () -> editions.open(DESK, LocalDate.of(2999, 1, 2)));
    }

    @Test
    void everyArticleShowsWhatItsLicenceAllowsForTheUse() throws Exception {
        var day = day();
        var word = rule("동네");
        var none = article(outlet(""), day, word + " 계약 없음");
        var basic = article(outlet("기본"), day, word + " 기본");
        var inside = article(outlet("내부이용"), day, word + " 내부이용");
        editions.open(DESK, day);
        var version = publishing.publish(DESK, day, "");
        assertThat(open(day, Use.SHARE_STAFF)).containsExactly(inside);
        assertThat(open(day, Use.MOBILE)).containsExactly(inside);
        try (var in = files.open(files.get(version.paper()));
                var pdf = Loader.loadPDF(in.readAllBytes())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text.split("기사의 온 글", -1)).as("printed twice").hasSize(3);
            assertThat(text).contains("계약 없음").doesNotContain("기사의 첫머리");
        }
        for (var allowed : Map.of(basic, 1L, inside, 3L, none, 0L).entrySet())
            assertThat(db.sql("select count(*) from press.licence_use where article = :id and verdict = 'ALLOWED'")
                            .param("id", allowed.getKey())
                            .query(Long.class)
                            .single())
                    .isEqualTo(allowed.getValue());
        assertThat(log.count(UseLog.Filter.ALL)).isPositive();
    }

    private List<UUID> open(LocalDate day, Use use) {
        return reading.open(DESK, day, use).items().stream()
                .filter(s -> s.open() && s.text().equals("기사의 온 글"))
                .map(s -> s.item().article())
                .toList();
    }

    @Test
    void aScrapIsPublishedAgainOnlyWithAReasonAndTellsWhatChanged() {
        var day = day();
        var word = rule("동네");
        var outlet = outlet("통합");
        var wrong = article(outlet, day, word + " 오보");
        article(outlet, day, word + " 바른 기사");
        editions.open(DESK, day);
        publishing.publish(DESK, day, "");
        refused("press.scrap.unchanged", () -> publishing.publish(DESK, day, "또"));
        refused("press.scrap.published.item", () -> editions.remove(DESK, day, item(day, wrong)));
        editions.headline(DESK, day, "요약을 바꿈");
        refused("press.scrap.why", () -> publishing.publish(DESK, day, " "));
        publishing.publish(DESK, day, "요약 고침");
        refused("press.scrap.why", () -> publishing.withdraw(DESK, day, item(day, wrong), ""));
        publishing.withdraw(DESK, day, item(day, wrong), "매체가 거두어들임");
        var read = reading.open(DESK, day, Use.SHARE_STAFF);
        assertThat(read.version().number()).isEqualTo(3);
        assertThat(read.changes().withdrawn()).extracting(Printed::article).containsExactly(wrong);
        assertThat(read.items())
                .filteredOn(s -> s.item().article().equals(wrong))
                .singleElement()
                .satisfies(s -> assertThat(s.text()).isEmpty());
    }

    @Test
    void itIsDeliveredToReadersAndNobodyElseFindsIt() {
        var day = day();
        var word = rule("동네");
        article(outlet(""), day, word);
        var login = "sr" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("읽는 직원", "", "주무관", "", ""));
        var reader = new Actor(account.id().value(), login, "읽는 직원", "", Map.of());
        var stranger = new Actor(UUID.randomUUID(), "x", "x", "", Map.of());
        var before = settings.wish();
        settings.wish(
                Actor.SYSTEM,
                new ScrapSettings.Wish(
                        false, true, before.without(), Set.of(account.id().value())));
        try {
            editions.open(DESK, day);
            refused("press.scrap.missing", () -> reading.open(reader, day, Use.SHARE_STAFF));
            publishing.publish(DESK, day, "");
            reading.open(reader, day, Use.MOBILE);
            reading.open(reader, day, Use.SHARE_STAFF);
            refused("press.scrap.missing", () -> reading.open(stranger, day, Use.MOBILE));
            refused("press.scrap.missing", () -> reading.paper(stranger, day, 1));
            assertThat(readings.of(editions.get(day).id())).singleElement().satisfies(r -> {
                assertThat(r.opens()).isEqualTo(2);
                assertThat(r.openedAt()).isNotNull();
                assertThat(r.version()).isEqualTo(1);
            });
            editions.headline(DESK, day, "둘째 판");
            publishing.publish(DESK, day, "고침");
            refused("press.scrap.missing", () -> reading.paper(reader, day, 1));
            assertThat(reading.paper(reader, day, 2)).isNotNull();
        } finally {
            settings.wish(Actor.SYSTEM, before);
        }
    }

    @Test
    void onlyTheDeskMakesItAndOnlyApproversSetIt() {
        var day = day();
        editions.open(DESK, day);
        var viewer = new Actor(UUID.randomUUID(), "v", "v", "", Map.of("press", Level.VIEW));
        refused("press.forbidden", () -> editions.open(viewer, day));
        refused("press.forbidden", () -> editions.collect(viewer, day));
        refused("press.forbidden", () -> publishing.publish(viewer, day, ""));
        refused("press.scrap.may", () -> settings.wish(DESK, settings.wish()));
        refused("press.scrap.missing", () -> editions.get(day.plusYears(500)));
        refused("press.scrap.headline", () -> editions.headline(DESK, day, "가".repeat(301)));
    }
}
