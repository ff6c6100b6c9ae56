package kr.madang.notices.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.kernel.Id;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database says of all at once is what the rules say of each. */
@OfficeTest
class ReachTests {
    private static final AtomicInteger SEND = new AtomicInteger(710_000);
    private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PEOPLE = 400;

    @Autowired
    Bulk bulk;

    @Autowired
    Recipients recipients;

    @Autowired
    Addresses addresses;

    @Autowired
    Ledger ledger;

    @Autowired
    Erasure erasure;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SplittableRandom random = new SplittableRandom(4);
    private final Map<UUID, Consents> consents = new HashMap<>();
    private final Map<UUID, Bulk.Person> owners = new HashMap<>();
    private final Map<UUID, Channel> channels = new HashMap<>();
    private final Map<UUID, String> clear = new HashMap<>();
    private String dong = "";

    @BeforeEach
    void people() {
        // a dong of its own, so that people of other tests are not in the way
        dong = "시험" + random.split().nextLong() + "-" + System.nanoTime() + "동";
        var people = new ArrayList<Bulk.Person>();
        var ways = new ArrayList<Bulk.Way>();
        var agreed = new ArrayList<Bulk.Agreed>();
        for (int i = 0; i < PEOPLE; i++) {
            var age = random.nextInt(4) == 0 ? null : AgeBand.values()[random.nextInt(7)];
            var person = new Bulk.Person(Id.next(BASE), new Registry.About(dong, age), BASE, null);
            people.add(person);
            var channel = Channel.values()[random.nextInt(2)];
            var way = Id.next(BASE);
            var address = address(channel);
            clear.put(way, address.value());
            ways.add(new Bulk.Way(way, person.id(), channel, address, BASE, null, null));
            owners.put(way, person);
            channels.put(way, channel);
            var all = life();
            consents.put(way, new Consents(all));
            all.forEach(c -> agreed.add(new Bulk.Agreed(way, c)));
        }
        transaction.executeWithoutResult(status -> bulk.take(people, ways, agreed, null));
    }

    private Address address(Channel channel) {
        int number = NUMBER.incrementAndGet();
        return new Address(
                channel, channel == Channel.SMS ? "0109%07d".formatted(number) : "reach" + number + "@a.example");
    }

    /** No two of one purpose and topic stand at once, as the database holds them. */
    private List<Consent> life() {
        var all = new ArrayList<Consent>();
        for (var purpose : Purpose.values())
            for (var topic : purpose == Purpose.PUBLIC ? List.of("", "CULTURE", "JOBS") : List.of("")) {
                if (random.nextInt(2) == 0) continue;
                var given = BASE.plusSeconds(random.nextInt(10_000_000));
                boolean stands = random.nextBoolean();
                var gone = given.plusSeconds(random.nextInt(10_000_000));
                all.add(new Consent(
                        purpose,
                        topic,
                        given,
                        Consent.Source.WEB,
                        "2026-1",
                        stands ? null : gone,
                        stands ? null : random.nextBoolean() ? Consent.Withdrawal.SELF : Consent.Withdrawal.REJECTED));
            }
        return all;
    }

    @Test
    void whoIsFrozenIsWhoMayBeTold() {
        for (int i = 0; i < 60; i++) {
            var at = BASE.plusSeconds(random.nextInt(20_000_000));
            var kind = Kind.values()[random.nextInt(3)];
            var channel = Channel.values()[random.nextInt(2)];
            var topics = random.nextBoolean() ? Set.<String>of() : Set.of("CULTURE");
            var ages = random.nextBoolean() ? Set.<AgeBand>of() : Set.of(AgeBand.TWENTIES, AgeBand.SEVENTIES);
            var audience = new Audience(Set.of(dong), ages, topics);
            var expected = new HashSet<UUID>();
            consents.forEach((way, all) -> {
                var age = owners.get(way).about().age();
                boolean fits = channels.get(way) == channel && (ages.isEmpty() || (age != null && ages.contains(age)));
                boolean told = all.bar(kind, topics, at).isEmpty();
                if (kind == Kind.ADVERTISING && !topics.isEmpty())
                    told = told && all.bar(Kind.PUBLIC, topics, at).isEmpty();
                if (fits && told) expected.add(way);
            });
            assertThat(recipients.count(audience, channel, kind, at)).isEqualTo(expected.size());
            var frozen = frozen(audience, channel, kind, at);
            assertThat(frozen).as("%s %s %s at %s", kind, channel, audience, at).hasSize(expected.size());
            assertThat(frozen).containsExactlyInAnyOrderElementsOf(expected);
            // nobody who was frozen is barred at the same moment, and everybody left out for lack of consent is
            assertThat(addresses.barred(frozen, channel, kind, topics, at)).isEmpty();
        }
    }

    private List<UUID> frozen(Audience audience, Channel channel, Kind kind, Instant at) {
        int send = SEND.incrementAndGet();
        transaction.executeWithoutResult(status -> {
            int rows = recipients.freeze(send, audience, channel, kind, at);
            ledger.open(send, Lane.BULK, rows);
        });
        var rows = db.sql("select row from notices.message where send = :send order by row")
                .param("send", send)
                .query(Integer.class)
                .list();
        for (int i = 0; i < rows.size(); i++) assertThat(rows.get(i)).isEqualTo(i + 1);
        return db.sql("select contact from notices.message where send = :send order by row")
                .param("send", send)
                .query(UUID.class)
                .list();
    }

    @Test
    void everyBarBearsTheWordOfItsRule() {
        var at = BASE.plusSeconds(15_000_000);
        for (var kind : Kind.values()) {
            var sms = channels.keySet().stream()
                    .filter(way -> channels.get(way) == Channel.SMS)
                    .toList();
            var barred = addresses.barred(sms, Channel.SMS, kind, Set.of(), at);
            for (var way : sms)
                assertThat(barred.get(way))
                        .isEqualTo(consents.get(way)
                                .bar(kind, Set.of(), at)
                                .map(Consents.Bar::word)
                                .orElse(null));
        }
    }

    @Test
    void addressesOpenInBulkAndTheDeletedAreMissing() {
        var ways = List.copyOf(channels.keySet());
        var opened = addresses.open(ways);
        assertThat(opened).hasSize(PEOPLE);
        opened.forEach((way, o) -> {
            assertThat(o.address()).isEqualTo(clear.get(way));
            assertThat(o.fields()).isEqualTo(Map.of("동", dong));
            assertThat(o.toString()).doesNotContain(clear.get(way));
        });
        var gone = ways.getFirst();
        erasure.erase(
                kr.madang.kernel.access.Actor.SYSTEM, List.of(owners.get(gone).id()), Erasure.Cause.REQUEST, "시험");
        assertThat(addresses.open(List.of(gone, ways.get(1)))).containsOnlyKeys(ways.get(1));
        for (var kind : Kind.values())
            assertThat(addresses.barred(List.of(gone), channels.get(gone), kind, Set.of(), BASE))
                    .isEqualTo(Map.of(gone, "deleted"));
    }

    @Test
    void aNumberThatIsProvenDeadIsNotReachedByAnything() {
        var way = channels.keySet().stream()
                .filter(w -> channels.get(w) == Channel.SMS)
                .findFirst()
                .orElseThrow();
        db.sql("update notices.contact set dead_at = now(), dead_why = '없는 번호' where id = :id")
                .param("id", way)
                .update();
        assertThat(addresses.barred(List.of(way), Channel.SMS, Kind.DISASTER, Set.of(), BASE))
                .isEqualTo(Map.of(way, "bounced"));
        var audience = new Audience(Set.of(dong), Set.of(), Set.of());
        assertThat(frozen(audience, Channel.SMS, Kind.DISASTER, Instant.parse("2026-06-01T00:00:00Z")))
                .doesNotContain(way);
    }
}
