package kr.madang.approvals.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kr.madang.DemoTest;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.accounts.Grants;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.search.Answer;
import kr.madang.kernel.search.Document;
import kr.madang.kernel.search.Query;
import kr.madang.kernel.search.Search;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who finds which paper, held against who may read it, for every account of the demo office. */
@DemoTest
class SearchablePapersTests {
    @Autowired
    Search search;

    @Autowired
    SearchablePapers papers;

    @Autowired
    Access access;

    @Autowired
    Approvals approvals;

    @Autowired
    Directory directory;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient db;

    private List<Account> staff;

    @BeforeEach
    void everybody() {
        staff = new ArrayList<>();
        for (int page = 1; ; page++) {
            var found = directory.page(new Directory.Question("", "", ""), page);
            staff.addAll(found.accounts());
            if (staff.size() >= found.total() || found.accounts().isEmpty()) break;
        }
    }

    private Actor actor(Account account) {
        return new Actor(
                account.id().value(), account.login(), account.name(), account.team(), grants.current(account.id()));
    }

    private Actor actor(String login) {
        return actor(
                staff.stream().filter(a -> a.login().equals(login)).findFirst().orElseThrow());
    }

    private Answer until(Actor by, Query query, Predicate<Answer> wanted) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofMinutes(6));
        while (true) {
            var answer = search.find(by, query);
            if (answer.ready() && wanted.test(answer)) return answer;
            assertThat(Instant.now()).as("waiting, last " + answer).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static Query everything() {
        return Query.of("");
    }

    @Test
    void everybodyFindsWhatHeMayReadAndNothingElse() throws Exception {
        var documents = new ArrayList<Document>();
        papers.all(documents::addAll);
        assertThat(documents).hasSizeGreaterThan(1_000);
        var ids = documents.stream().map(Document::id).toList();
        var numbers = new HashSet<Integer>();
        for (var account : staff) {
            var by = actor(account);
            var tokens = papers.tokens(by);
            var found = documents.stream()
                    .filter(document -> !Collections.disjoint(document.readers(), tokens))
                    .map(Document::id)
                    .collect(Collectors.toSet());
            assertThat(found).as(account.login()).isEqualTo(papers.mayRead(by, ids));
            numbers.add(found.size());
        }
        // a matrix in which all see the same proves nothing
        assertThat(numbers).hasSizeGreaterThan(5);
    }

    @Test
    void theTruthIsThatOfThePaperItself() {
        var some = new ArrayList<UUID>();
        papers.all(page -> page.stream().limit(25).forEach(document -> some.add(document.id())));
        for (var login : List.of("chief", "director", "press", "clerk", "auditor", "admin")) {
            var by = actor(login);
            var allowed = papers.mayRead(by, some);
            for (var id : some)
                assertThat(allowed.contains(id)).as(login + " " + id).isEqualTo(access.mayRead(by, new Paper.Id(id)));
        }
    }

    @Test
    void countsAndFacetsTellNobodyOfOtherPapers() throws Exception {
        var documents = new ArrayList<Document>();
        papers.all(documents::addAll);
        var ids = documents.stream().map(Document::id).toList();
        until(actor("auditor"), everything(), a -> a.total() > 1_000);
        for (var login : List.of("chief", "director", "press", "media", "clerk", "auditor", "admin")) {
            var by = actor(login);
            int may = papers.mayRead(by, ids).size();
            var answer = until(by, everything().of(SearchablePapers.KIND, 1, 10), a -> a.total() == may);
            assertThat(answer.kinds().stream()
                            .filter(k -> k.value().equals(SearchablePapers.KIND))
                            .mapToLong(Answer.Count::count)
                            .sum())
                    .isEqualTo(may);
            var status = answer.facets().stream()
                    .filter(f -> f.name().equals("status"))
                    .findFirst();
            assertThat(status.stream()
                            .flatMap(f -> f.values().stream())
                            .mapToLong(Answer.Count::count)
                            .sum())
                    .isEqualTo(may);
        }
    }

    @Test
    void whoMayNotEnterTheRoomFindsNoPaper() throws Exception {
        var stranger = new Actor(UUID.randomUUID(), "stranger", "손님", "press", Map.of("office", Level.MANAGE));
        until(actor("auditor"), everything(), a -> a.total() > 0);
        assertThat(search.find(stranger, everything()).total()).isZero();
        assertThat(search.find(stranger, Query.of("홍보")).others()).isEmpty();
        assertThat(papers.mayRead(stranger, Set.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void aDraftIsFoundByItsDrafterAloneAndFindingIsNoLook() throws Exception {
        var clerk = actor("clerk");
        long looks = looks();
        var approver = Person.of(actor("chief").id());
        var id = approvals.draft(
                clerk,
                new Content("별나라토끼 견학 계획", "별나라토끼 공원을 둘러봅니다.", "요지", List.of("견학"), List.of()),
                Filing.general(new UnitTask("G1000001", "홍보", Retention.YEARS_5)),
                Route.of(List.of(), approver));
        var query = Query.of("별나라토끼");
        var hit = until(clerk, query, a -> a.total() == 1).hits().getFirst();
        assertThat(hit.document().id()).isEqualTo(id.value());
        assertThat(hit.head()).anySatisfy(piece -> assertThat(piece.hit()).isTrue());
        for (var login : List.of("chief", "auditor", "admin", "press"))
            assertThat(search.find(actor(login), query).total()).as(login).isZero();
        assertThat(looks()).isEqualTo(looks);
    }

    private long looks() {
        return db.sql("select count(*) from approvals.access").query(Long.class).single();
    }
}
