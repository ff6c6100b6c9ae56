package kr.madang.notices.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.crypto.Keys;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Single recipients: taken in, corrected, withdrawn, deleted. */
@OfficeTest
class RegistryTests {
    static final Actor OFFICER = new Actor(new UUID(7, 7), "officer", "담당자", "media", Map.of("notices", Level.WORK));
    private static final Actor VIEWER = new Actor(new UUID(7, 8), "viewer", "감사", "", Map.of("notices", Level.VIEW));
    private static final AtomicInteger NUMBER = new AtomicInteger(1_000_000);
    private static final Wish NOTICES = new Wish(true, Set.of(), false, false, true);
    private static final Wish ALL = new Wish(true, Set.of(), true, true, true);

    @Autowired
    Registry registry;

    @Autowired
    Residents residents;

    @Autowired
    RecipientList list;

    @Autowired
    Addresses addresses;

    @Autowired
    Erasure erasure;

    @Autowired
    Retention retention;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient db;

    /** A number nobody has, another one each time. */
    static String mobile() {
        return "0103%07d".formatted(NUMBER.incrementAndGet());
    }

    private UUID someone(Wish wish) {
        return registry.add(
                OFFICER,
                Address.of(Channel.SMS, mobile()),
                new Registry.About("문래동", AgeBand.FORTIES),
                wish,
                Consent.Source.COUNTER,
                "창구 신청서");
    }

    private Contact contact(UUID recipient) {
        return registry.get(recipient).contacts().getFirst();
    }

    @Test
    void somebodyIsFoundByLastFourByNumberAndByTheWholeAddress() {
        var number = mobile();
        var id = registry.add(
                OFFICER, Address.of(Channel.SMS, number), Registry.About.NOTHING, NOTICES, Consent.Source.PHONE, "전화");
        var shown = registry.get(id).shown();
        for (var q : List.of(number.substring(7), number, "010-3" + number.substring(4), shown))
            assertThat(list.page(with(q), null, 1_000).rows())
                    .as(q)
                    .extracting(Recipient::id)
                    .contains(id);
        assertThat(list.page(with(number.substring(0, 7)), null, 10).rows()).isEmpty();
        assertThat(registry.get(id).contacts().getFirst().masked())
                .isEqualTo("010-****-" + number.substring(7))
                .doesNotContain(number.substring(3, 7));
        assertThat(db.sql("select sealed || finder from notices.contact where recipient = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(number)
                .doesNotContain(number.substring(3));
    }

    private static RecipientFilter with(String q) {
        return new RecipientFilter(q, "", null, null, RecipientFilter.State.ANY, null);
    }

    @Test
    void theSameAddressIsNobodyElses() {
        var address = Address.of(Channel.SMS, mobile());
        registry.add(OFFICER, address, Registry.About.NOTHING, NOTICES, Consent.Source.WEB, "가");
        assertThatThrownBy(
                        () -> registry.add(OFFICER, address, Registry.About.NOTHING, NOTICES, Consent.Source.WEB, "가"))
                .hasMessageContaining("notices.recipient.known");
        var other = someone(NOTICES);
        assertThatThrownBy(() -> registry.readdress(OFFICER, contact(other).id(), address, "정정"))
                .hasMessageContaining("notices.recipient.known");
    }

    @Test
    void manyWhoSubscribeTheSameAddressAtOnceMakeOneRecipient() throws Exception {
        var address = Address.of(Channel.SMS, mobile());
        Callable<Boolean> subscribe = () -> {
            try {
                residents.subscribe(address, Registry.About.NOTHING, ALL);
                return true;
            } catch (Refused e) {
                return false;
            }
        };
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = pool.invokeAll(java.util.Collections.nCopies(8, subscribe));
            int done = 0;
            for (var answer : answers) if (answer.get()) done++;
            assertThat(done).isPositive();
        }
        assertThat(list.page(with(address.value()), null, 10).rows()).hasSize(1);
        assertThat(residents.find(address).orElseThrow().consents().standing(Instant.now()))
                .hasSize(3);
    }

    @Test
    void whatANodeWithAClockAheadWroteDownIsNotWrittenTwice() {
        var address = Address.of(Channel.SMS, mobile());
        var contact = residents.subscribe(address, Registry.About.NOTHING, ALL);
        db.sql("update notices.consent set given_at = now() + interval '5 seconds' where contact = :contact")
                .param("contact", contact)
                .update();
        residents.subscribe(address, Registry.About.NOTHING, ALL);
        residents.change(contact, Registry.About.NOTHING, NOTICES);
        assertThat(residents.find(address).orElseThrow().consents().open()).hasSize(1);
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        var id = someone(NOTICES);
        assertThatThrownBy(() -> registry.delete(VIEWER, id, "이유")).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> registry.withdraw(VIEWER, contact(id).id(), Set.of(Purpose.PUBLIC), "이유"))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> registry.add(
                        VIEWER,
                        Address.of(Channel.SMS, mobile()),
                        Registry.About.NOTHING,
                        NOTICES,
                        Consent.Source.WEB,
                        "이유"))
                .hasMessageContaining("forbidden");
    }

    @Test
    void nothingHappensWithoutAReasonOrWithADongOfAnotherDistrict() {
        var id = someone(NOTICES);
        assertThatThrownBy(() -> registry.delete(OFFICER, id, " ")).hasMessageContaining("notices.reason.missing");
        assertThatThrownBy(() -> registry.correct(OFFICER, id, new Registry.About("강남동", null), "이사"))
                .hasMessageContaining("notices.dong.unknown");
        assertThatThrownBy(() -> someone(Wish.nothing())).hasMessageContaining("notices.wish.nothing");
        assertThatThrownBy(() -> someone(new Wish(true, Set.of(), false, true, true)))
                .hasMessageContaining("notices.wish.night");
    }

    @Test
    void aWithdrawalCountsForTheNextLookAndLeavesItsTrace() {
        var id = someone(ALL);
        var contact = contact(id).id();
        assertThat(barred(contact, Kind.PUBLIC)).isEmpty();
        registry.withdraw(OFFICER, contact, Set.of(Purpose.PUBLIC), "전화로 요청");
        assertThat(barred(contact, Kind.PUBLIC)).isEqualTo(Map.of(contact, "withdrawn"));
        assertThat(barred(contact, Kind.DISASTER)).isEmpty();
        var closed = contact(id).consents().all().stream()
                .filter(c -> c.withdrawnAt() != null)
                .toList();
        assertThat(closed).singleElement().satisfies(c -> {
            assertThat(c.purpose()).isEqualTo(Purpose.PUBLIC);
            assertThat(c.withdrawal()).isEqualTo(Consent.Withdrawal.OFFICER);
            assertThat(c.wording()).isEqualTo(ConsentWording.CURRENT);
        });
        assertThat(db.sql(
                                "select count(*) from kernel.trail_entry where act = 'consent.withdrawn' and subject = :subject")
                        .param("subject", "recipient:" + id)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private Map<UUID, String> barred(UUID contact, Kind kind) {
        return addresses.barred(List.of(contact), Channel.SMS, kind, Set.of(), Instant.now());
    }

    @Test
    void oneClickTakesBackEverythingButDisastersAsOftenAsItIsClicked() {
        var id = someone(ALL);
        var contact = contact(id).id();
        assertThat(residents.unsubscribe(contact)).isTrue();
        assertThat(residents.unsubscribe(contact)).isTrue();
        assertThat(contact(id).consents().standing(Instant.now())).isEmpty();
        assertThat(contact(id).consents().all()).hasSize(3);
        assertThat(barred(contact, Kind.DISASTER)).isEmpty();
        assertThat(residents.unsubscribe(new UUID(1, 1))).isFalse();
    }

    @Test
    void disastersAreRefusedAndTakenUpAgain() {
        var id = someone(NOTICES);
        var contact = contact(id).id();
        registry.withdraw(OFFICER, contact, Set.of(Purpose.DISASTER), "본인 요청");
        assertThat(barred(contact, Kind.DISASTER)).isEqualTo(Map.of(contact, "withdrawn"));
        assertThat(barred(contact, Kind.PUBLIC)).isEmpty();
        registry.agree(OFFICER, contact, NOTICES, Consent.Source.PHONE, "다시 받기로 함");
        assertThat(barred(contact, Kind.DISASTER)).isEmpty();
        registry.withdraw(OFFICER, contact, Set.of(Purpose.DISASTER), "또 거부");
        assertThat(barred(contact, Kind.DISASTER)).isEqualTo(Map.of(contact, "withdrawn"));
    }

    @Test
    void whatIsDeletedIsNowhereAndTheBookSaysSo() {
        var number = mobile();
        var id = registry.add(
                OFFICER, Address.of(Channel.SMS, number), Registry.About.NOTHING, ALL, Consent.Source.WEB, "가");
        var contact = contact(id).id();
        registry.delete(OFFICER, id, "본인 전화 요청");
        assertThat(registry.get(id).gone()).isTrue();
        assertThat(db.sql("select sealed is null and finder is null and last_four = '' and masked = ''"
                                + " from notices.contact where id = :id")
                        .param("id", contact)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(list.page(with(number), null, 10).rows()).isEmpty();
        for (var kind : Kind.values()) assertThat(barred(contact, kind)).isEqualTo(Map.of(contact, "deleted"));
        assertThatThrownBy(() -> registry.delete(OFFICER, id, "또")).hasMessageContaining("notices.recipient.gone");
        var line = erasure.page(null, 1).rows().getFirst();
        assertThat(line.people()).isOne();
        assertThat(line.by()).isEqualTo("officer");
        assertThat(db.sql("select details ->> 'digest' from kernel.trail_entry where subject = :subject")
                        .param("subject", "deletion:" + line.id())
                        .query(String.class)
                        .single())
                .isEqualTo(line.digest());
        // the number may come back as somebody new
        registry.add(OFFICER, Address.of(Channel.SMS, number), Registry.About.NOTHING, ALL, Consent.Source.WEB, "가");
    }

    @Test
    void whoeverAgreedToNothingForAMonthIsDeletedAndNobodyElse() {
        var idle = someone(ALL);
        var fresh = someone(ALL);
        var agreeing = someone(ALL);
        residents.unsubscribe(contact(idle).id());
        residents.unsubscribe(contact(fresh).id());
        age(idle, 31);
        age(agreeing, 400);
        retention.run();
        assertThat(registry.get(idle).gone()).isTrue();
        assertThat(registry.get(fresh).gone()).isFalse();
        assertThat(registry.get(agreeing).gone()).isFalse();
        assertThat(erasure.broken()).isEmpty();
    }

    private void age(UUID recipient, int days) {
        db.sql("update notices.recipient set added_at = added_at - make_interval(days => :days) where id = :id")
                .param("days", days)
                .param("id", recipient)
                .update();
        db.sql("""
                update notices.consent set given_at = given_at - make_interval(days => :days),
                    withdrawn_at = withdrawn_at - make_interval(days => :days)
                where contact in (select id from notices.contact where recipient = :id)""").param("days", days).param("id", recipient).update();
    }

    @Test
    void aLineOfTheBookThatWasTouchedIsFound() {
        var id = someone(ALL);
        registry.delete(OFFICER, id, "본인 요청");
        var line = erasure.page(null, 1).rows().getFirst();
        db.sql("update notices.deletion set people = people + 1 where id = :id")
                .param("id", line.id())
                .update();
        assertThat(erasure.broken()).extracting(Erasure.Deletion::id).contains(line.id());
        db.sql("update notices.deletion set people = people - 1 where id = :id")
                .param("id", line.id())
                .update();
        assertThat(erasure.broken()).isEmpty();
    }

    @Test
    void aChangeOfKeysSealsEveryAddressAnewAndFindsItStill() {
        var number = mobile();
        var id = registry.add(
                OFFICER, Address.of(Channel.SMS, number), Registry.About.NOTHING, ALL, Consent.Source.WEB, "가");
        var contact = contact(id).id();
        var before = sealed(contact);
        keys.rotate(Actor.SYSTEM);
        keys.resealAll();
        assertThat(sealed(contact)).isNotEqualTo(before).startsWith("m1." + keys.current() + ".");
        assertThat(addresses.open(List.of(contact)).get(contact).address()).isEqualTo(number);
        assertThat(residents.find(Address.of(Channel.SMS, number))).isPresent();
    }

    private String sealed(UUID contact) {
        return db.sql("select sealed from notices.contact where id = :id")
                .param("id", contact)
                .query(String.class)
                .single();
    }
}
