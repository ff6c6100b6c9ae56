package kr.madang.press.outlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Reporter.Source;
import kr.madang.press.outlets.Reporter.Standing;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who writes for whom, and who may be written to. */
@OfficeTest
class ReportersTests {
    private static final Actor DESK = new Actor(UUID.randomUUID(), "press", "담당", "press", Map.of("press", Level.WORK));
    private static final Actor READER = new Actor(UUID.randomUUID(), "reader", "열람", "", Map.of("press", Level.VIEW));
    private static final LocalDate DAY = LocalDate.of(2024, 3, 4);

    @Autowired
    Reporters reporters;

    @Autowired
    ReporterHistory history;

    @Autowired
    ReporterList list;

    @Autowired
    ReporterIntake intake;

    @Autowired
    Mailings mailings;

    @Autowired
    Outlets outlets;

    @Autowired
    JdbcClient db;

    private static int number;

    private static synchronized String unique() {
        return "t" + System.nanoTime() + number++;
    }

    private Outlet outlet(Tier tier) {
        return outlets.add(DESK, "매체 " + unique(), tier, List.of());
    }

    private static ReporterDraft draft(UUID outlet, String mail) {
        return new ReporterDraft("나기자", outlet, "기자", List.of("구청"), "", Contact.typed(mail, "010-0000-1234"));
    }

    private Reporter reporter() {
        return reporters.add(DESK, draft(outlet(Tier.CENTRAL_DAILY).id(), unique() + "@news.example.kr"));
    }

    private Reporter consenting() {
        var reporter = reporter();
        reporters.consent(DESK, reporter.id(), "1.0", Source.CARD, DAY);
        return reporters.get(reporter.id());
    }

    private boolean isReached(UUID id) {
        return reporters.reachable(Wanted.EVERYBODY).stream().anyMatch(r -> r.id().equals(id));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void onlyWhoAgreedIsReached() {
        var reporter = reporter();
        assertThat(isReached(reporter.id())).isFalse();
        reporters.consent(DESK, reporter.id(), "1.0", Source.PHONE, DAY);
        assertThat(isReached(reporter.id())).isTrue();
        refused("press.consent.already", () -> reporters.consent(DESK, reporter.id(), "1.0", Source.MAIL, DAY));
        refused(
                "press.consent.version",
                () -> reporters.consent(DESK, reporter().id(), "9", Source.MAIL, DAY));
        refused(
                "press.consent.future",
                () -> reporters.consent(DESK, reporter().id(), "1.0", Source.MAIL, LocalDate.of(2999, 1, 1)));
    }

    @Test
    void whoWithdrewIsNeverWrittenToAgainButByHisOwnHand() {
        var reporter = consenting();
        reporters.withdraw(DESK, reporter.id(), "본인 요청");
        assertThat(isReached(reporter.id())).isFalse();
        for (var source : List.of(Source.CARD, Source.PHONE))
            refused("press.consent.withdrawn.before", () -> reporters.consent(DESK, reporter.id(), "1.0", source, DAY));
        assertThat(reporters.get(reporter.id()).standing()).isEqualTo(Standing.WITHDRAWN);
        reporters.consent(DESK, reporter.id(), "1.0", Source.WRITTEN, DAY);
        assertThat(isReached(reporter.id())).isTrue();
        assertThat(history.consents(reporter.id())).hasSize(2);
    }

    @Test
    void whoWasErasedIsNotBroughtBackByAList() {
        var reporter = consenting();
        var mail = reporters.contact(DESK, reporter.id(), "시험").mail();
        reporters.erase(DESK, reporter.id(), "본인 요청");
        var row = db.sql("select row_to_json(r)::text from press.reporter r where id = :id")
                .param("id", reporter.id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("나기자", "1234", mail);
        assertThat(isReached(reporter.id())).isFalse();
        refused("press.reporter.erased", () -> reporters.change(DESK, reporter.id(), draft(reporter.outlet(), mail)));
        var again = reporters.add(DESK, draft(reporter.outlet(), mail));
        refused("press.consent.withdrawn.before", () -> reporters.consent(DESK, again.id(), "1.0", Source.CARD, DAY));
        reporters.consent(DESK, again.id(), "1.0", Source.MAIL, DAY);
        assertThat(isReached(again.id())).isTrue();
    }

    @Test
    void addressesLieSealedAndAreOpenedWithAReasonOnly() {
        var reporter = reporter();
        var mail = reporters.contact(DESK, reporter.id(), "시험").mail();
        var row = db.sql("select row_to_json(r)::text from press.reporter r where id = :id")
                .param("id", reporter.id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(mail, "0000-1234");
        assertThat(reporter.mail()).isEqualTo(mail.substring(0, 2) + "***@news.example.kr");
        assertThat(reporters.contact(DESK, reporter.id(), "시험").toString()).doesNotContain("@");
        refused("press.forbidden", () -> reporters.contact(READER, reporter.id(), "궁금해서"));
        refused("press.reporter.why", () -> reporters.contact(DESK, reporter.id(), " "));
        assertThat(db.sql("select count(*) from accounts.access_entry where subject = :s")
                        .param("s", "reporter:" + reporter.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void mailThatComesBackStopsTheAddressAndANewOneLives() {
        var reporter = consenting();
        reporters.bounced(reporter.id(), "550 사용자 없음");
        reporters.bounced(reporter.id(), "550 다시");
        assertThat(isReached(reporter.id())).isFalse();
        assertThat(history.bounces(reporter.id())).singleElement().satisfies(b -> assertThat(b.why())
                .isEqualTo("550 사용자 없음"));
        var same = reporters.contact(DESK, reporter.id(), "시험");
        reporters.change(DESK, reporter.id(), new ReporterDraft("나기자", reporter.outlet(), "", List.of(), "", same));
        assertThat(isReached(reporter.id())).isFalse();
        reporters.change(DESK, reporter.id(), draft(reporter.outlet(), unique() + "@news.example.kr"));
        assertThat(isReached(reporter.id())).isTrue();
    }

    @Test
    void oneAddressIsOneReporters() {
        var reporter = reporter();
        var mail = reporters.contact(DESK, reporter.id(), "시험").mail();
        refused("press.reporter.taken", () -> reporters.add(DESK, draft(reporter.outlet(), mail.toUpperCase())));
        refused("press.reporter.mail", () -> draft(reporter.outlet(), "a b@c"));
        refused("press.reporter.mail", () -> draft(reporter.outlet(), "a@b\r\nBcc: c@d.kr"));
        refused(
                "press.reporter.name",
                () -> reporters.add(
                        DESK, new ReporterDraft("가\u0000", reporter.outlet(), "", List.of(), "", Contact.NONE)));
        refused("press.forbidden", () -> reporters.add(READER, draft(reporter.outlet(), "")));
    }

    @Test
    void movesAreHistory() {
        var reporter = reporter();
        db.sql("update press.reporter_post set from_on = :day where reporter = :id")
                .param("day", DAY)
                .param("id", reporter.id())
                .update();
        var next = outlet(Tier.REGIONAL_ONLINE);
        refused("press.reporter.move.same", () -> reporters.move(DESK, reporter.id(), reporter.outlet(), DAY));
        refused("press.reporter.move.day", () -> reporters.move(DESK, reporter.id(), next.id(), DAY));
        reporters.move(DESK, reporter.id(), next.id(), DAY.plusDays(10));
        assertThat(reporters.get(reporter.id()).outlet()).isEqualTo(next.id());
        assertThat(history.posts(reporter.id()))
                .extracting(ReporterHistory.Post::outlet, ReporterHistory.Post::toOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(next.id(), null),
                        org.assertj.core.groups.Tuple.tuple(reporter.outlet(), DAY.plusDays(9)));
        outlets.retire(DESK, reporter.outlet(), true);
        refused(
                "press.reporter.outlet.retired",
                () -> reporters.move(DESK, reporter.id(), reporter.outlet(), DAY.plusDays(20)));
    }

    /** Two people note the same consent at once: one of them is told so. */
    @Test
    void twoWhoNoteAConsentAtOnceNoteOne() throws Exception {
        var reporter = reporter();
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<String> note = () -> {
                try {
                    reporters.consent(DESK, reporter.id(), "1.0", Source.CARD, DAY);
                    return "";
                } catch (Refused e) {
                    return e.code();
                }
            };
            var said = two.invokeAll(List.of(note, note)).stream()
                    .map(f -> f.resultNow())
                    .sorted()
                    .toList();
            assertThat(said).containsExactly("", "press.consent.already");
        }
        assertThat(history.consents(reporter.id())).hasSize(1);
    }

    @Test
    void aListHoldsWhoFitsAndWhoWasPutInByHand() {
        var broadcast = outlet(Tier.REGIONAL_BROADCAST);
        var beat = unique();
        var fits = reporters.add(
                DESK,
                new ReporterDraft(
                        "가", broadcast.id(), "", List.of(beat), "", Contact.typed(unique() + "@a.example.kr", "")));
        var other = consenting();
        reporters.consent(DESK, fits.id(), "1.0", Source.CARD, DAY);
        var mailing =
                mailings.save(DESK, null, "명단 " + unique(), Set.of(Tier.REGIONAL_BROADCAST), Set.of(beat), Set.of());
        assertThat(mailings.reachable(mailing.id())).extracting(Reached::id).containsExactly(fits.id());
        mailings.hand(DESK, mailing.id(), other.id(), true);
        mailings.hand(DESK, mailing.id(), fits.id(), false);
        assertThat(mailings.reachable(mailing.id())).extracting(Reached::id).containsExactly(other.id());
        reporters.withdraw(DESK, other.id(), "");
        assertThat(mailings.reachable(mailing.id())).isEmpty();
        mailings.hand(DESK, mailing.id(), fits.id(), null);
        assertThat(mailings.reachable(mailing.id())).extracting(Reached::id).containsExactly(fits.id());
        refused("press.mailing.taken", () -> mailings.save(DESK, null, mailing.name(), Set.of(), Set.of(), Set.of()));
        var empty = mailings.save(DESK, null, "빈 명단 " + unique(), Set.of(), Set.of(), Set.of());
        assertThat(mailings.reachable(empty.id())).isEmpty();
    }

    @Test
    void aFileIsLookedAtBeforeItIsTaken() {
        var outlet = outlet(Tier.CENTRAL_DAILY);
        var known = reporter();
        var taken = reporters.contact(DESK, known.id(), "시험").mail();
        var good = unique() + "@b.example.kr";
        var file = """
                이름,매체,직함,분야,전자우편,전화,동의일,동의 경로
                하나,%1$s,기자,"구청, 복지",%2$s,010-0000-1111,2024. 3. 4.,명함
                둘,없는 매체,기자,,x@b.example.kr,,,
                셋,%1$s,기자,,나쁜 주소,,,
                넷,%1$s,기자,,%3$s,,,
                다섯,%1$s,기자,,%2$s,,,
                여섯,%1$s,,,,,2024-03-04,소문
                """.formatted(outlet.name(), good, taken).getBytes(StandardCharsets.UTF_8);
        var id = intake.bring(DESK, "명부.csv", file);
        assertThat(db.sql("select sealed from press.reporter_intake where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(good);
        var preview = intake.preview(DESK, id);
        assertThat(preview.lines())
                .extracting(l -> l.found().stream()
                        .map(ReporterIntake.Finding::code)
                        .toList()
                        .toString())
                .containsExactly(
                        "[]",
                        "[press.intake.outlet]",
                        "[press.reporter.mail]",
                        "[press.intake.known]",
                        "[press.intake.twice]",
                        "[press.intake.source]");
        assertThatThrownBy(() -> intake.preview(READER, id)).isInstanceOf(Refused.class);
        assertThat(intake.take(DESK, id)).isEqualTo(1);
        assertThat(list.page(
                                new ReporterList.Query("하나", null, outlet.id(), ReporterList.State.REACHABLE),
                                ReporterList.Sort.NAME,
                                null,
                                10)
                        .rows())
                .singleElement()
                .satisfies(r -> assertThat(r.beats()).containsExactly("구청", "복지"));
        refused("press.intake.missing", () -> intake.take(DESK, id));
        refused("press.intake.heads", () -> intake.bring(DESK, "a.csv", "가,나\n1,2".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void wordsOfASearchMeanThemselves() {
        var found = new ReporterList.Query("%", null, null, ReporterList.State.ALL);
        var beat = "50%" + unique();
        reporters.add(
                DESK, new ReporterDraft("가", outlet(Tier.CENTRAL_DAILY).id(), "", List.of(beat), "", Contact.NONE));
        assertThat(list.page(found, ReporterList.Sort.NEWEST, null, 50).rows())
                .allMatch(r -> r.beats().stream().anyMatch(b -> b.contains("%")))
                .isNotEmpty();
        assertThat(list.count(new ReporterList.Query("'; drop table x; --\0", null, null, ReporterList.State.ALL)))
                .isZero();
    }

    @Test
    void outletsAreChangedAndRetired() {
        var outlet = outlet(Tier.CENTRAL_DAILY);
        var host = unique() + ".example.kr";
        var changed = outlets.change(
                DESK,
                outlet.id(),
                outlet.name(),
                Tier.REGIONAL_ONLINE,
                List.of(" " + host.toUpperCase() + " ", host),
                new Outlets.About("02-0000-0000", ""));
        assertThat(changed.hosts()).containsExactly(host);
        assertThat(changed.tier()).isEqualTo(Tier.REGIONAL_ONLINE);
        refused("press.outlet.taken", () -> outlets.add(DESK, "다른 " + unique(), Tier.CENTRAL_DAILY, List.of(host)));
        for (var bad : List.of("http://a.kr", "a", "-a.kr", "a..kr", "a.kr/x"))
            refused("press.outlet.host", () -> outlets.add(DESK, "다른 " + unique(), Tier.CENTRAL_DAILY, List.of(bad)));
        outlets.retire(DESK, outlet.id(), true);
        assertThat(outlets.get(outlet.id()).retired()).isTrue();
        outlets.retire(DESK, outlet.id(), false);
        assertThat(outlets.get(outlet.id()).retired()).isFalse();
    }
}
