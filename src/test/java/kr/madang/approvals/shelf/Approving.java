package kr.madang.approvals.shelf;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;

/** A unit of its own with somebody who drafts and somebody who approves. */
public final class Approving {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final String unit;
    public final Actor clerk;
    public final Actor chief;
    private final Actor leader;
    private final String team;
    private final Accounts accounts;
    private final Approvals approvals;
    private final Papers papers;

    public Approving(Accounts accounts, Approvals approvals, Papers papers, Units units) {
        this.accounts = accounts;
        this.approvals = approvals;
        this.papers = papers;
        int n = NUMBER.incrementAndGet();
        team = "shelf" + n;
        unit = "S%06d".formatted(n);
        units.set(Actor.SYSTEM, new Units.Unit(unit, "기록" + n + "과"), List.of(team));
        clerk = actor("주무관", Level.WORK);
        leader = actor("기록팀장", Level.WORK);
        chief = actor("기록과장", Level.APPROVE);
    }

    public Actor actor(String title, Level level) {
        return actor(team, title, level);
    }

    public Actor actor(String team, String title, Level level) {
        var login = "shelf" + NUMBER.incrementAndGet() + "x" + System.nanoTime() % 1_000_000;
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("기록 담당", team, title, "", ""));
        return new Actor(account.id().value(), login, account.name(), team, Map.of("approvals", level));
    }

    public static UnitTask task(String code) {
        return new UnitTask(code, "과제 " + code, Retention.YEARS_5);
    }

    public static Filing closed(String code) {
        return Filing.general(task(code)).with(Disclosure.closed(List.of(5)));
    }

    /** On its way, with only the approval missing. */
    public Paper.Id submitted(String title, Filing filing) {
        return submitted(new Content(title, "1. 알림  끝.", "알림", List.of("알림"), List.of()), filing);
    }

    public Paper.Id submitted(Content content, Filing filing) {
        var id = approvals.draft(clerk, content, filing, route());
        approvals.submit(clerk, id, papers.open(clerk, id).hash(), "");
        approvals.sign(leader, id, papers.open(leader, id).hash(), "");
        return id;
    }

    private Route route() {
        return Route.of(List.of(Stage.review(Person.of(leader.id()))), Person.of(chief.id()));
    }

    public void sign(Paper.Id id) {
        approvals.sign(chief, id, papers.open(chief, id).hash(), "");
    }

    public Paper.Id approved(String title, Filing filing) {
        var id = submitted(title, filing);
        sign(id);
        return id;
    }

    public Paper.Id approved(Content content, Filing filing) {
        var id = submitted(content, filing);
        sign(id);
        return id;
    }
}
