package kr.madang.kernel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import kr.madang.Madang;
import kr.madang.TestPostgres;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionOperations;

/** Events across failures and restarts; each test opens houses of its own on one database. */
class OutboxTests {
    record PhoneChanged(UUID id, String phone) {}

    private static final AtomicBoolean BROKEN = new AtomicBoolean();
    private static final AtomicInteger CALLS = new AtomicInteger();

    /** Keeps a view of events, each once however often it comes. */
    static class Listener {
        private final JdbcClient db;

        Listener(JdbcClient db) {
            this.db = db;
        }

        @ApplicationModuleListener
        void on(PhoneChanged event) {
            CALLS.incrementAndGet();
            if (BROKEN.get()) throw new IllegalStateException("no line to " + event.phone());
            db.sql("insert into seen values (:id) on conflict do nothing")
                    .param("id", event.id())
                    .update();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {
        @Bean
        Listener listener(JdbcClient db) {
            return new Listener(db);
        }
    }

    private final PGSimpleDataSource source = (PGSimpleDataSource) TestPostgres.fresh();
    private final JdbcClient db = Sql.client(source);
    private ConfigurableApplicationContext house;

    @BeforeEach
    void prepare() {
        db.sql("create table public.seen (id uuid primary key)").update();
        BROKEN.set(false);
        CALLS.set(0);
        house = open();
    }

    private ConfigurableApplicationContext open() {
        return new SpringApplicationBuilder(Madang.class, Listening.class)
                .properties(Map.of(
                        "spring.datasource.url", source.getUrl(),
                        "spring.datasource.username", "postgres",
                        "server.port", "0",
                        "madang.events.left.behind", "PT0S"))
                .run();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private UUID publish() {
        var id = UUID.randomUUID();
        house.getBean(TransactionOperations.class)
                .executeWithoutResult(s -> house.publishEvent(new PhoneChanged(id, "010-0000-9876")));
        return id;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) Thread.sleep(50);
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private boolean seen(UUID id) {
        return db.sql("select exists (select from seen where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private boolean failed() {
        return db.sql("select exists (select from kernel.event_publication where status = 'FAILED')")
                .query(Boolean.class)
                .single();
    }

    private void age() {
        db.sql("update kernel.event_publication set publication_date = publication_date - interval '1 hour',"
                        + " last_resubmission_date = last_resubmission_date - interval '1 hour'")
                .update();
    }

    @Test
    void anEventAListenerRefusedArrivesOnceItRecovers() throws Exception {
        BROKEN.set(true);
        var id = publish();
        await(this::failed);
        var events = house.getBean(Events.class);
        assertThat(events.page("", 10).rows()).as("not shown while young").isEmpty();
        age();
        events.resubmitDue();
        await(() -> CALLS.get() == 2 && failed());
        age();
        var letter = events.page("", 10).rows().getFirst();
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.error()).contains("IllegalStateException").doesNotContain("9876");
        assertThat(letter.payload()).contains(id.toString()).doesNotContain("9876");
        BROKEN.set(false);
        events.resubmitDue();
        await(() -> seen(id));
        await(() -> events.page("", 10).rows().isEmpty());
        assertThat(events.countStuck()).isZero();
    }

    @Test
    void whatAKillLeftBetweenCommitAndListenerArrivesAfterTheRestart() throws Exception {
        BROKEN.set(true);
        var id = publish();
        await(this::failed);
        house.close();
        // as kill -9 leaves it: committed, and no listener ever began
        db.sql("update kernel.event_publication set status = 'PUBLISHED', completion_attempts = 1")
                .update();
        BROKEN.set(false);
        CALLS.set(0);
        house = open();
        await(() -> seen(id));
        await(() -> db.sql("select count(*) from kernel.event_publication where completion_date is null")
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(CALLS).hasValue(1);
    }

    @Test
    void theOperatorRetriesOrDiscardsWithAReason() throws Exception {
        BROKEN.set(true);
        var first = publish();
        await(this::failed);
        db.sql("update kernel.event_publication set completion_attempts = 10").update();
        age();
        var events = house.getBean(Events.class);
        events.resubmitDue();
        assertThat(events.countStuck()).isEqualTo(1);
        var letter = events.page("", 10).rows().getFirst();
        assertThat(letter.stuck()).isTrue();
        assertThatThrownBy(() -> events.discard(Actor.SYSTEM, letter.id(), " ")).isInstanceOf(Refused.class);
        BROKEN.set(false);
        events.retry(Actor.SYSTEM, letter.id());
        await(() -> seen(first));
        BROKEN.set(true);
        publish();
        await(this::failed);
        age();
        var second = events.page("", 10).rows().getFirst();
        events.discard(Actor.SYSTEM, second.id(), "수신처가 없어짐");
        assertThat(events.page("", 10).rows()).isEmpty();
        assertThatThrownBy(() -> events.retry(Actor.SYSTEM, second.id())).hasMessageContaining("kernel.event.gone");
        assertThatThrownBy(() -> events.discard(Actor.SYSTEM, second.id(), "또")).isInstanceOf(Refused.class);
        assertThat(db.sql("select details ->> 'reason' from kernel.trail_entry where act = 'event.discarded'")
                        .query(String.class)
                        .list())
                .containsExactly("수신처가 없어짐");
    }

    @Test
    void pausesGrowAndEnd() {
        var last = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(Events.isDue(1, last, last.plusSeconds(59))).isFalse();
        assertThat(Events.isDue(1, last, last.plusSeconds(60))).isTrue();
        assertThat(Events.isDue(4, last, last.plus(Duration.ofMinutes(8)))).isTrue();
        assertThat(Events.isDue(4, last, last.plus(Duration.ofMinutes(7)))).isFalse();
        assertThat(Events.isDue(9, last, last.plus(Duration.ofHours(6)))).isTrue();
        assertThat(Events.isDue(10, last, last.plus(Duration.ofDays(9)))).isFalse();
    }
}
