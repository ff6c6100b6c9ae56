package kr.madang.notices.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where officers are reached: told by themselves, sealed, and nobody else's business. */
@OfficeTest
class OfficersTests {
    @Autowired
    Officers officers;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient db;

    private Actor person(Level level) {
        var login = "of" + System.nanoTime();
        var details = new Accounts.Details("직원", "", "주무관", "", login + "@madang.example");
        var account = accounts.open(Actor.SYSTEM, login, details);
        return new Actor(account.id().value(), login, "직원", "", Map.of("notices", level));
    }

    private Reach reach(UUID id) {
        return Objects.requireNonNull(officers.reach(List.of(id)).get(id));
    }

    @Test
    void everybodyTellsHisOwnAndAManagerThatOfOthers() {
        var officer = person(Level.VIEW);
        assertThat(reach(officer.id()).email()).contains(officer.login() + "@madang.example");
        assertThat(reach(officer.id()).phone()).isEmpty();
        officers.change(officer, officer.id(), "010-0000-7777", "");
        assertThat(reach(officer.id()).on(Channel.SMS)).contains("01000007777");
        assertThatThrownBy(() -> officers.change(person(Level.APPROVE), officer.id(), "", ""))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("notices.officer.may"));
        officers.change(person(Level.MANAGE), officer.id(), "", "private@madang.example");
        assertThat(reach(officer.id()).phone()).isEmpty();
        assertThat(reach(officer.id()).email()).contains("private@madang.example");
    }

    @Test
    void numbersStandSealedAndInNoLog() {
        var officer = person(Level.VIEW);
        officers.change(officer, officer.id(), "010-0000-7878", "");
        var row = db.sql("select row_to_json(r)::text from notices.officer_reach r where account = :id")
                .param("id", officer.id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("01000007878", "010-****-7878");
        assertThat(reach(officer.id()).toString()).doesNotContain("7878").doesNotContain("@");
    }

    @Test
    void whoIsNobodyOrHasLeftIsNotReached() {
        assertThat(reach(UUID.randomUUID())).isEqualTo(Reach.NOWHERE);
        var officer = person(Level.VIEW);
        officers.change(officer, officer.id(), "010-0000-7979", "");
        db.sql("update accounts.account set state = 'LEFT' where id = :id")
                .param("id", officer.id())
                .update();
        assertThat(reach(officer.id())).isEqualTo(Reach.NOWHERE);
        assertThatThrownBy(() -> officers.change(Actor.SYSTEM, UUID.randomUUID(), "", ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> officers.change(officer, officer.id(), "02-123-4567", ""))
                .isInstanceOf(Refused.class);
    }
}
