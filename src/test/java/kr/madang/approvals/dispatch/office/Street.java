package kr.madang.approvals.dispatch.office;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.dispatch.SealMark;
import kr.madang.approvals.dispatch.Sending;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.springframework.beans.factory.BeanFactory;

/** Units with people in them and approved papers between them, for the tests of the dispatch desk. */
class Street {
    static final UnitTask TASK = new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final Approvals approvals;
    private final Papers papers;
    private final Units units;

    /** A unit with a clerk, an other clerk and a head. */
    record House(Units.Unit unit, Actor clerk, Actor other, Actor head) {
        Recipient recipient() {
            return new Recipient.Inside(unit.code(), unit.name());
        }
    }

    Street(BeanFactory beans) {
        accounts = beans.getBean(Accounts.class);
        approvals = beans.getBean(Approvals.class);
        papers = beans.getBean(Papers.class);
        units = beans.getBean(Units.class);
    }

    /** A new unit, as nobody else has it. */
    House house() {
        int n = NUMBER.incrementAndGet();
        var team = "street" + n;
        var unit = new Units.Unit("D%06d".formatted(n), "거리" + n + "과");
        units.set(Actor.SYSTEM, unit, List.of(team));
        return house(unit, team);
    }

    /** People of the document unit, to which teams belong that stand nowhere. */
    House documents() {
        return house(units.documents(), "nowhere");
    }

    private House house(Units.Unit unit, String team) {
        return new House(
                unit, actor(team, "주무관", Level.WORK), actor(team, "주무관", Level.WORK), actor(team, "과장", Level.APPROVE));
    }

    Actor actor(String team, String title, Level level) {
        return actor(team, title, Map.of("approvals", level));
    }

    Actor actor(String team, String title, Map<String, Level> grants) {
        int n = NUMBER.incrementAndGet();
        var login = "street" + n + "x" + System.nanoTime() % 1_000_000;
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("거리 " + n, team, title, "", ""));
        return new Actor(account.id().value(), login, account.name(), team, grants);
    }

    static Filing filing(Disclosure disclosure) {
        return Filing.general(TASK).with(disclosure);
    }

    static Filing notice() {
        return new Filing(DocumentKind.NOTICE, SecondNumber.Kind.ANNOUNCEMENT, "", null, Disclosure.OPEN, TASK);
    }

    Paper.Id draft(House house, String title, Filing filing, Attachment... files) {
        var content =
                new Content(title, "1. " + title + "의 본문\n2. 협조 요청  끝.", title + "의 요지", List.of("알림"), List.of(files));
        var route = Route.of(
                List.of(Stage.review(Person.of(house.other().id()))),
                Person.of(house.head().id()));
        return approvals.draft(house.clerk(), content, filing, route);
    }

    Paper.Id approved(House house, String title, Filing filing, Attachment... files) {
        var id = draft(house, title, filing, files);
        approvals.submit(house.clerk(), id, hash(house.clerk(), id), "");
        for (var signer : List.of(house.other(), house.head())) approvals.sign(signer, id, hash(signer, id), "");
        return id;
    }

    Paper.Id approved(House house) {
        return approved(house, "협조 " + UUID.randomUUID(), filing(Disclosure.OPEN));
    }

    private String hash(Actor reader, Paper.Id id) {
        return papers.open(reader, id).hash();
    }

    static Sending to(Recipient... recipients) {
        return again("", recipients);
    }

    static Sending again(String reason, Recipient... recipients) {
        return new Sending("", "마당구청장", SealMark.OMITTED, false, List.of(recipients), reason);
    }
}
