package kr.madang.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.madang.OfficeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@OfficeTest
class SideBySideTests {
    @Autowired
    SideBySide lanes;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void table() {
        db.sql("create table side_by_side (n int)").update();
        db.sql("insert into side_by_side select generate_series(1, 100)").update();
    }

    @AfterEach
    void gone() {
        db.sql("drop table side_by_side").update();
    }

    private <T> T seen(Supplier<T> work) {
        var moment = new TransactionTemplate(transactions);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        return moment.execute(status -> work.get());
    }

    private long count() {
        return db.sql("select count(*) from side_by_side").query(Long.class).single();
    }

    @Test
    void allSeeTheMomentOfTheirCallerAndAnswerInOrder() {
        var sessions = ConcurrentHashMap.<Integer>newKeySet();
        var together = new CyclicBarrier(3);
        var counted = seen(() -> {
            assertThat(count()).isEqualTo(100);
            // somebody else writes after the caller began to look
            var other = new TransactionTemplate(transactions);
            other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            other.executeWithoutResult(status -> db.sql("insert into side_by_side select generate_series(101, 200)")
                    .update());
            return lanes.each(List.of(1, 2, 3), part -> {
                sessions.add(
                        db.sql("select pg_backend_pid()").query(Integer.class).single());
                meet(together);
                return part + ":" + count();
            });
        });
        assertThat(counted).containsExactly("1:100", "2:100", "3:100");
        assertThat(sessions).hasSize(3);
        assertThat(count()).isEqualTo(200);
    }

    /** Who has ended would leave his connection to the next. */
    private static void meet(CyclicBarrier together) {
        try {
            together.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noPartWritesAnything() {
        assertThatThrownBy(() -> seen(() -> lanes.each(List.of(1, 2), part -> db.sql("delete from side_by_side")
                        .update())))
                .hasMessageContaining("read-only");
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void aPartThatFailsIsToldWhenAllHaveEnded() {
        var ended = ConcurrentHashMap.<Integer>newKeySet();
        assertThatThrownBy(() -> seen(() -> lanes.each(List.of(1, 2, 3), part -> {
                    if (part == 2) throw new IllegalStateException("the second");
                    count();
                    ended.add(part);
                    return part;
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the second");
        assertThat(ended).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void oneAloneNeedsNobody() {
        var here = Thread.currentThread();
        assertThat(lanes.each(List.of("only"), part -> part + (Thread.currentThread() == here)))
                .containsExactly("onlytrue");
        assertThat(lanes.each(List.of(), part -> part)).isEmpty();
    }
}
