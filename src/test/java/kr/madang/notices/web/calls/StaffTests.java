package kr.madang.notices.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.access.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office with more people than a page lists. */
@OfficeTest
class StaffTests {
    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient db;

    private String person(String name) {
        var login = "st" + System.nanoTime();
        return accounts.open(Actor.SYSTEM, login, new Accounts.Details(name, "", "주무관", "", ""))
                .id()
                .toString();
    }

    private static List<String> keys(List<Account> people) {
        return people.stream().map(a -> a.id().toString()).toList();
    }

    /** Whoever saves the form again must not lose who stands behind the end of the list. */
    @Test
    void whoWasChosenIsListedHoweverLongTheListIs() {
        person("가가가");
        var last = person("힣힣힣");
        assertThat(keys(staff.listed(List.of(), 1))).hasSize(1).doesNotContain(last);
        assertThat(keys(staff.listed(List.of(last, last), 1))).hasSize(2).contains(last);
        assertThat(keys(staff.listed(List.of(last)))).containsOnlyOnce(last);
    }

    @Test
    void whoHasLeftOrIsNobodyIsNotListed() {
        var left = person("떠난 사람");
        db.sql("update accounts.account set state = 'LEFT' where id = :id")
                .param("id", UUID.fromString(left))
                .update();
        assertThat(staff.serving(List.of(left, UUID.randomUUID().toString(), "x", "")))
                .isEmpty();
    }
}
