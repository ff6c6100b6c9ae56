package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import kr.madang.Madang;
import kr.madang.TestPostgres;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Approved;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.gate.Returned;
import kr.madang.kernel.gate.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionOperations;

/** A room asks for a decision and hears of it once; in a house of its own, for it listens. */
class GateTests {
    private static final ConcurrentLinkedQueue<Record> HEARD = new ConcurrentLinkedQueue<>();

    /** Stands for another room. */
    static class Listener {
        @ApplicationModuleListener
        void on(Approved approved) {
            HEARD.add(approved);
        }

        @ApplicationModuleListener
        void on(Returned returned) {
            HEARD.add(returned);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {
        @Bean
        Listener listener() {
            return new Listener();
        }
    }

    private static final Face FACE = new Face(
            "2026년 주요업무 보고 확정",
            "의회에 낼 보고서를 확정함",
            List.of("1. 보고서: 2026년 주요업무 보고", "2. 쪽수: 42쪽  끝."),
            "/desk/report/reports/1",
            "a1b2");

    private ConfigurableApplicationContext house;
    private Gate gate;
    private Desk desk;
    private Actor clerk;
    private Actor leader;
    private Actor chief;

    @BeforeEach
    void open() {
        HEARD.clear();
        var source = (PGSimpleDataSource) TestPostgres.fresh();
        house = new SpringApplicationBuilder(Madang.class, Listening.class)
                .properties(Map.of(
                        "spring.datasource.url", source.getUrl(),
                        "spring.datasource.username", "postgres",
                        "server.port", "0"))
                .run();
        gate = house.getBean(Gate.class);
        desk = new Desk(house.getBean(Accounts.class), house.getBean(Approvals.class), house.getBean(Papers.class));
        clerk = desk.actor("press", "주무관", Map.of("report", Level.WORK, "approvals", Level.WORK));
        leader = desk.leader();
        chief = desk.chief();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aSubjectIsAskedReturnedDraftedAnewAndApproved() throws Exception {
        var subject = new Subject("press", "release:1");
        assertThat(gate.passage(subject, "press.release")).isEmpty();
        var first = new Paper.Id(gate.ask(clerk, subject, "press.release", FACE));
        refused("approvals.gate.open", () -> gate.ask(clerk, subject, "press.release", FACE));
        var view = desk.papers.open(clerk, first);
        assertThat(view.paper().line().seats()).containsExactly(Desk.person(leader), Desk.person(chief));
        assertThat(view.from().orElseThrow().subject()).isEqualTo(subject);
        desk.approvals.submit(clerk, first, view.hash(), "");
        desk.approvals.sendBack(leader, first, "쪽수가 다릅니다");
        await(() -> HEARD.size() == 1);
        assertThat(HEARD.peek()).isInstanceOfSatisfying(Returned.class, r -> {
            assertThat(r.paper()).isEqualTo(first.value());
            assertThat(r.words()).isEqualTo("쪽수가 다릅니다");
        });

        var route = Route.of(view.paper().line());
        var second = desk.approvals.redraft(clerk, first, Content.of(view.current()), route);
        refused("approvals.gate.open", () -> gate.ask(clerk, subject, "press.release", FACE));
        desk.approvals.submit(clerk, second, view.hash(), "");
        desk.approvals.sign(leader, second, view.hash(), "");
        assertThat(gate.passage(subject, "press.release").orElseThrow().state()).isEqualTo(Passage.State.UNDERWAY);
        desk.approvals.sign(chief, second, view.hash(), "");
        await(() -> HEARD.size() == 2);
        Thread.sleep(500);
        assertThat(HEARD).hasSize(2);
        var passage = gate.passage(subject, "press.release").orElseThrow();
        assertThat(passage.state()).isEqualTo(Passage.State.APPROVED);
        assertThat(HEARD).last().isInstanceOfSatisfying(Approved.class, a -> {
            assertThat(a.subject()).isEqualTo(subject);
            assertThat(a.seal()).isEqualTo("a1b2");
            assertThat(a.number()).isEqualTo(passage.number()).isNotEmpty();
        });
        assertThat(new Paper.Id(gate.ask(clerk, subject, "press.release", FACE)))
                .isNotEqualTo(second);
    }

    @Test
    void whatIsRolledBackWasNeverAskedNorTold() throws Exception {
        var subject = new Subject("press", "release:2");
        var transaction = house.getBean(TransactionOperations.class);
        transaction.executeWithoutResult(status -> {
            gate.ask(clerk, subject, "press.release", FACE);
            status.setRollbackOnly();
        });
        assertThat(gate.passage(subject, "press.release")).isEmpty();
        var id = new Paper.Id(gate.ask(clerk, subject, "press.release", FACE));
        var hash = desk.hash(clerk, id);
        desk.approvals.submit(clerk, id, hash, "");
        desk.approvals.sign(leader, id, hash, "");
        transaction.executeWithoutResult(status -> {
            desk.approvals.sign(chief, id, hash, "");
            status.setRollbackOnly();
        });
        Thread.sleep(500);
        assertThat(HEARD).isEmpty();
        desk.approvals.sign(chief, id, hash, "");
        await(() -> HEARD.size() == 1);
        assertThat(desk.papers.open(clerk, id).number()).as("no gap").endsWith("-1");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) Thread.sleep(50);
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
