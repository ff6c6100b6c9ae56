package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.files.Files;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafters with accounts and what they draft with, for the tests of drafting. */
abstract class Drafters {
    static final UnitTask TASK = new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5);

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Drafts drafts;

    @Autowired
    Buffers buffers;

    @Autowired
    SavedLines saved;

    @Autowired
    Uploads uploads;

    @Autowired
    Enclosed enclosed;

    @Autowired
    Starters starters;

    @Autowired
    Files files;

    @Autowired
    JdbcClient db;

    Actor actor(String title, Level level) {
        var login = "draft" + UUID.randomUUID().toString().substring(24);
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("기안 직원", "press", title, "", ""));
        return new Actor(account.id().value(), login, account.name(), "press", Map.of("approvals", level));
    }

    Actor clerk() {
        return actor("주무관", Level.WORK);
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    static Person person(Actor actor) {
        return Person.of(actor.id());
    }

    static Content content(String title, List<Attachment> attachments) {
        return new Content(title, "1. 알림\n2. 협조 요청  끝.", "알림", List.of("알림"), attachments);
    }

    Route route(Actor... people) {
        return Route.of(List.of(Stage.review(person(people[0]))), person(people[1]));
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    String attached(Actor by, String list, String name, String text) {
        return enclosed.plus(by, list, name, () -> bytes(text));
    }
}
