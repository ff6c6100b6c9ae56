package kr.madang.press.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.press.Tier;
import kr.madang.press.licences.Decision.Verdict;
import kr.madang.press.outlets.Outlets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Contracts as they are registered, and what every use leaves behind. */
@OfficeTest
class ContractsTests {
    private static final Actor CHIEF = new Actor(UUID.randomUUID(), "chief", "과장", "", Map.of("press", Level.APPROVE));
    private static final Actor DESK = new Actor(UUID.randomUUID(), "press", "담당", "", Map.of("press", Level.WORK));

    @Autowired
    Contracts contracts;

    @Autowired
    Licences licences;

    @Autowired
    UseLog log;

    @Autowired
    Outlets outlets;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private UUID outlet() {
        return outlets.add(DESK, "계약 매체 " + System.nanoTime(), Tier.CENTRAL_DAILY, List.of())
                .id();
    }

    private Product product(String name) {
        return contracts.products().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Contracts.Draft draft(UUID outlet, String product) {
        var today = licences.today();
        return new Contracts.Draft(outlet, product(product).id(), today.minusDays(10), today.plusDays(10), 20, 3, "");
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    /** The four products of the rights agencies, use by use. */
    @Test
    void theFourProductsAllowWhatTheirNamesSay() {
        var allowed = Map.of(
                "기본", List.of(Use.VIEW, Use.PRINT),
                "프리미엄", List.of(Use.VIEW, Use.PRINT, Use.SHARE_STAFF),
                "내부이용", List.of(Use.VIEW, Use.PRINT, Use.SHARE_STAFF, Use.MOBILE),
                "통합", List.of(Use.values()));
        allowed.forEach((name, uses) -> {
            var outlet = outlet();
            contracts.register(CHIEF, draft(outlet, name), null);
            for (var use : Use.values())
                assertThat(licences.may(outlet, use).allowed())
                        .as(name + " " + use)
                        .isEqualTo(uses.contains(use));
            assertThat(licences.matrix(List.of(outlet), licences.today()).get(outlet))
                    .allSatisfy(
                            (use, decision) -> assertThat(decision.allowed()).isEqualTo(uses.contains(use)));
        });
    }

    @Test
    void everyUseAndEveryRefusalIsWrittenDown() {
        var outlet = outlet();
        var article = UUID.randomUUID();
        contracts.register(CHIEF, draft(outlet, "기본"), null);
        licences.use(DESK, outlet, article, Use.PRINT);
        refused("press.verdict.not_included", () -> licences.use(DESK, outlet, article, Use.MOBILE));
        // the refusal stays although what it stood in goes back
        refused(
                "press.verdict.not_included",
                () -> transaction.executeWithoutResult(status -> licences.use(DESK, outlet, article, Use.HOMEPAGE)));
        var filter = new UseLog.Filter(outlet, null, null, null, null);
        assertThat(log.page(filter, null, 10).rows())
                .extracting(UseLog.Entry::use, UseLog.Entry::verdict, UseLog.Entry::login, UseLog.Entry::product)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Use.HOMEPAGE, Verdict.NOT_INCLUDED, "press", "기본"),
                        org.assertj.core.groups.Tuple.tuple(Use.MOBILE, Verdict.NOT_INCLUDED, "press", "기본"),
                        org.assertj.core.groups.Tuple.tuple(Use.PRINT, Verdict.ALLOWED, "press", "기본"));
        assertThat(log.count(new UseLog.Filter(outlet, null, false, licences.today(), licences.today())))
                .isEqualTo(2);
        var nobody = new Actor(UUID.randomUUID(), "x", "x", "", Map.of());
        refused("press.forbidden", () -> licences.use(nobody, outlet, article, Use.VIEW));
    }

    @Test
    void onlyWhoMayApproveChangesContracts() {
        var outlet = outlet();
        refused("press.contract.may", () -> contracts.register(DESK, draft(outlet, "기본"), null));
        var held = contracts.register(CHIEF, draft(outlet, "기본"), null);
        refused("press.contract.may", () -> contracts.end(DESK, held.id(), held.from(), "x"));
        refused("press.contract.may", () -> contracts.add(DESK, "x", "", List.of(new Term(Use.VIEW, null, false))));
        refused("press.contract.overlap", () -> contracts.register(CHIEF, draft(outlet, "기본"), null));
        contracts.register(CHIEF, draft(outlet, "프리미엄"), null);
    }

    @Test
    void aContractEndsEarlyOnceAndNeverOutsideItsDays() {
        var outlet = outlet();
        var held = contracts.register(CHIEF, draft(outlet, "기본"), null);
        refused(
                "press.contract.last",
                () -> contracts.end(CHIEF, held.id(), held.from().minusDays(2), "잘못"));
        refused(
                "press.contract.last",
                () -> contracts.end(CHIEF, held.id(), held.to().plusDays(1), "잘못"));
        refused("press.contract.why", () -> contracts.end(CHIEF, held.id(), held.to(), " "));
        contracts.end(CHIEF, held.id(), licences.today().minusDays(1), "계약 변경");
        assertThat(licences.may(outlet, Use.VIEW).verdict()).isEqualTo(Verdict.ENDED);
        refused("press.contract.ended.already", () -> contracts.end(CHIEF, held.id(), held.from(), "또"));
        contracts.register(
                CHIEF,
                new Contracts.Draft(outlet, held.product().id(), licences.today(), LocalDate.of(2999, 1, 1), 0, 0, ""),
                null);
        assertThat(licences.may(outlet, Use.VIEW).allowed()).isTrue();
    }

    @Test
    void thePaperOfAContractIsKept() {
        var paper =
                new Contracts.Paper("계약서.pdf", new ByteArrayInputStream("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)));
        var held = contracts.register(CHIEF, draft(outlet(), "통합"), paper);
        assertThat(contracts.get(held.id()).fileName()).isEqualTo("계약서.pdf");
        contracts.paper(CHIEF, held.id(), new Contracts.Paper("새 계약서.pdf", new ByteArrayInputStream(new byte[] {1})));
        assertThat(contracts.get(held.id()).fileName()).isEqualTo("새 계약서.pdf");
    }

    @Test
    void productsAreAddedAndRetiredNeverChanged() {
        var name = "상품 " + System.nanoTime();
        var added = contracts.add(CHIEF, name, "", List.of(new Term(Use.MOBILE, 7, true)));
        assertThat(product(name).terms()).isEqualTo(Map.of(Use.MOBILE, new Term(Use.MOBILE, 7, true)));
        refused(
                "press.product.taken",
                () -> contracts.add(CHIEF, name, "", added.terms().values()));
        refused("press.product.empty", () -> contracts.add(CHIEF, name + "x", "", List.of()));
        var outlet = outlet();
        contracts.register(CHIEF, draft(outlet, name), null);
        contracts.retire(CHIEF, added.id());
        assertThat(licences.may(outlet, Use.MOBILE).allowed()).isTrue();
        refused("press.contract.product", () -> contracts.register(CHIEF, draft(outlet(), name), null));
    }
}
