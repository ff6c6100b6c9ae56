package kr.madang.notices.recipients.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import kr.madang.DemoTest;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.seed.Draw;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.recipients.Bulk;
import kr.madang.notices.recipients.Dongs;
import kr.madang.notices.recipients.Erasure;
import kr.madang.notices.recipients.RecipientFilter;
import kr.madang.notices.recipients.RecipientList;
import kr.madang.notices.recipients.Recipients;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The recipients of the demo office: their count comes out of rows, and everything that has to do with all of them is one statement. */
@DemoTest
class SeededRecipientsTests {
    private static final FigureKey FIGURE = FigureKey.of("notices.recipients");
    private static final Period COUNTED = Period.day(LocalDate.of(2023, 5, 31));

    @Autowired
    FigureCatalogue figures;

    @Autowired
    Recipients recipients;

    @Autowired
    RecipientList list;

    @Autowired
    Ledger ledger;

    @Autowired
    Erasure erasure;

    @Autowired
    Dongs dongs;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theReportsNumberComesOutOfRowsAndItsRowsLeadToPeople() {
        assertThat(figures.value(FIGURE, COUNTED)).contains(new BigDecimal(86_289));
        var rows = figures.rows(FIGURE, COUNTED, 0, 100);
        assertThat(rows.rows().stream().map(r -> r.share()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("86289");
        assertThat(rows.total()).isEqualTo(19);
        for (var row : rows.rows()) {
            assertThat(row.link()).contains("on=2023-05-31");
            var dong = String.valueOf(row.cells().getFirst());
            var filter = new RecipientFilter(
                    "",
                    dong.equals("(동 모름)") ? RecipientFilter.UNKNOWN : dong,
                    null,
                    Channel.SMS,
                    RecipientFilter.State.ANY,
                    COUNTED.to());
            assertThat(list.count(filter)).as(dong).isEqualTo(row.share().longValueExact());
        }
        var one = figures.value(FIGURE.with("dong", "문래동"), COUNTED);
        assertThat(one).isPresent();
        assertThat(one.get()).isBetween(new BigDecimal(2_000), new BigDecimal(9_000));
        assertThat(figures.value(FIGURE, Period.day(LocalDate.of(2009, 12, 31))))
                .isEmpty();
    }

    @Test
    void everybodyIsFrozenByOneStatement() {
        transaction.executeWithoutResult(status -> {
            int reached = recipients.count(Audience.everybody(), Channel.SMS, Kind.PUBLIC, Instant.now());
            assertThat(reached).isBetween(86_289, 92_000);
            long start = System.nanoTime();
            int frozen = recipients.freeze(990_001, Audience.everybody(), Channel.SMS, Kind.PUBLIC, Instant.now());
            ledger.open(990_001, Lane.BULK, frozen);
            db.sql("set constraints all immediate").update();
            System.out.printf("frozen %,d in %.2f s%n", frozen, (System.nanoTime() - start) / 1e9);
            assertThat(frozen).isEqualTo(reached);
            assertThat(db.sql("select count(distinct contact) from notices.message where send = 990001")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(frozen);
            assertThat(recipients.count(Audience.everybody(), Channel.SMS, Kind.ADVERTISING, Instant.now()))
                    .isLessThan(frozen / 5);
            status.setRollbackOnly();
        });
    }

    @Test
    void everyNumberIsUniqueAndNobodys() {
        var seeded = new SeededPeople(new Draw(RecipientsSeed.class.getName()), dongs.all()).live(SeededPlan.months());
        var addresses = new HashSet<String>();
        for (var way : seeded.ways) {
            if (way.address() == null) continue;
            assertThat(addresses.add(way.channel() + way.address().value())).isTrue();
            assertThat(way.address().value()).matches("01000\\d{6}|.+\\.madang\\.example(/.+)?");
        }
        assertThat(addresses).hasSizeGreaterThan(90_000);
        assertThat(seeded.people.stream().map(Bulk.Person::id)).doesNotHaveDuplicates();
        assertThat(seeded.ways.stream()
                        .filter(w -> w.deletion() != null)
                        .map(Bulk.Way::address)
                        .filter(Objects::nonNull))
                .isEmpty();
    }

    @Test
    void theBookOfDeletionsHangsTogether() {
        assertThat(erasure.totals().lines()).isGreaterThan(100);
        assertThat(erasure.broken()).isEmpty();
    }

    @Test
    void nobodysAddressStandsInClear() {
        assertThat(db.sql("""
                        select count(*) from notices.contact
                        where sealed is not null and (sealed not like 'm1.%' or masked ~ '010-?00[0-9]{2}')""").query(Long.class).single()).isZero();
    }
}
