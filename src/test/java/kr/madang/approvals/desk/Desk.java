package kr.madang.approvals.desk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** People with accounts and papers between them, for the tests of the desk. */
final class Desk {
    static final UnitTask TASK = new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Accounts accounts;
    final Approvals approvals;
    final Papers papers;

    Desk(Accounts accounts, Approvals approvals, Papers papers) {
        this.accounts = accounts;
        this.approvals = approvals;
        this.papers = papers;
    }

    Actor actor(String team, String title, Level level) {
        return actor(team, title, Map.of("approvals", level));
    }

    Actor actor(String team, String title, Map<String, Level> grants) {
        int n = NUMBER.incrementAndGet();
        var login = "desk" + n + "x" + System.nanoTime() % 1_000_000;
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("결재 " + n, team, title, "", ""));
        return new Actor(account.id().value(), login, account.name(), team, grants);
    }

    Actor clerk() {
        return actor("press", "주무관", Level.WORK);
    }

    Actor leader() {
        return actor("press", "언론팀장", Level.WORK);
    }

    Actor chief() {
        return actor("section", "홍보미디어과장", Level.APPROVE);
    }

    static Person person(Actor actor) {
        return Person.of(actor.id());
    }

    static Content content(String title) {
        return new Content(title, "1. 알림\n2. 협조 요청  끝.", "알리고 협조를 구함", List.of("알림", "협조"), List.of());
    }

    static Filing filing() {
        return Filing.general(TASK);
    }

    static Filing closed() {
        return filing().with(Disclosure.closed(List.of(5)));
    }

    static Filing notice(kr.madang.approvals.records.SecondNumber.Kind second) {
        return new Filing(DocumentKind.NOTICE, second, "", null, Disclosure.OPEN, TASK);
    }

    static Route route(Actor reviewer, Actor approver) {
        return Route.of(List.of(Stage.review(person(reviewer))), person(approver));
    }

    Paper.Id submitted(Actor drafter, Filing filing, Route route) {
        var id = approvals.draft(drafter, content("협조 요청"), filing, route);
        approvals.submit(drafter, id, hash(drafter, id), "");
        return id;
    }

    Paper.Id approved(Actor drafter, Actor reviewer, Actor approver, Filing filing) {
        var id = submitted(drafter, filing, route(reviewer, approver));
        approvals.sign(reviewer, id, hash(reviewer, id), "");
        approvals.sign(approver, id, hash(approver, id), "");
        return id;
    }

    String hash(Actor reader, Paper.Id id) {
        return papers.open(reader, id).hash();
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> org.assertj.core.api.Assertions.assertThat(r.code())
                        .isEqualTo(code));
    }
}
