package kr.madang.approvals.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.shelf.Approving;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people find in the registers, and what they do not. */
@OfficeTest
class RegistersTests {
    private static final Book PRODUCTION = Book.of("production").orElseThrow();

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Units units;

    @Autowired
    Registers registers;

    private Approving office;
    private int year;

    @BeforeEach
    void office() {
        office = new Approving(accounts, approvals, papers, units);
        year = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear();
    }

    private static Filing filing() {
        return Filing.general(Approving.task("R0000001"));
    }

    private RegisterQuery all() {
        return RegisterQuery.of(PRODUCTION, office.unit, year);
    }

    private List<Long> numbers(RegisterQuery query) {
        return registers.page(office.clerk, query, null, 50).rows().stream()
                .map(RegisterRow::serial)
                .toList();
    }

    @Test
    void numbersAreFoundByWhatIsAskedOfThem() {
        for (var title : List.of("가로수 심기", "나무 50%_베기", "다리 놓기")) office.approved(title, filing());
        assertThat(numbers(all())).containsExactly(3L, 2L, 1L);
        assertThat(numbers(all().titled("50%_"))).containsExactly(2L);
        assertThat(numbers(all().titled("5_%"))).isEmpty();
        assertThat(numbers(new RegisterQuery(PRODUCTION, office.unit, 0, 2L, 3L, null, null, "", "")))
                .containsExactly(3L, 2L);
        assertThat(numbers(RegisterQuery.of(PRODUCTION, office.unit, year - 1))).isEmpty();
        assertThat(numbers(RegisterQuery.of(PRODUCTION, "0000009", 0))).isEmpty();
        var today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        assertThat(numbers(new RegisterQuery(PRODUCTION, office.unit, 0, null, null, today, today, "", "")))
                .hasSize(3);
        var yesterday = today.minusDays(1);
        assertThat(numbers(new RegisterQuery(PRODUCTION, office.unit, 0, null, null, null, yesterday, "", "")))
                .isEmpty();
        assertThat(numbers(new RegisterQuery(PRODUCTION, office.unit, 0, null, null, null, null, "", "없는 사람")))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (int i = 0; i < 7; i++) office.approved("문서 " + i, filing());
        var found = new ArrayList<Long>();
        for (String cursor = ""; cursor != null; ) {
            var slice = registers.page(office.clerk, all(), cursor, 3);
            slice.rows().forEach(r -> found.add(r.serial()));
            cursor = slice.next();
        }
        assertThat(found).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void closedTitlesAreNeitherShownNorFoundNorHandedOut() {
        var paper = office.approved("은밀한 계획", Approving.closed("R0000001"));
        var stranger = office.actor("other", "주무관", Level.WORK);
        var row = registers.page(stranger, all(), null, 10).rows().getFirst();
        assertThat(row.masked()).isTrue();
        assertThat(row.link()).contains(paper.value());
        assertThat(row.toString()).doesNotContain("은밀한");
        assertThat(registers.page(stranger, all().titled("은밀한"), null, 10).rows())
                .isEmpty();
        var out = new StringBuilder();
        registers.each(stranger, all(), out::append);
        assertThat(out.toString()).doesNotContain("은밀한");
        assertThat(registers.page(office.clerk, all().titled("은밀한"), null, 10).rows())
                .hasSize(1);
        var auditor = new kr.madang.kernel.access.Actor(
                stranger.id(), "a", "a", "", java.util.Map.of("approvals", Level.VIEW));
        assertThat(registers.page(auditor, all().titled("은밀한"), null, 10).rows())
                .hasSize(1);
    }

    @Test
    void numbersOfKindsStandInOneBookForTheWholeOffice() {
        var notice = new Filing(
                DocumentKind.NOTICE,
                SecondNumber.Kind.PUBLIC_NOTICE,
                "",
                null,
                Disclosure.OPEN,
                Approving.task("R0000001"));
        var paper = office.approved("도로구역 결정", notice);
        var book = Book.of("public_notice").orElseThrow();
        var rows = registers
                .page(office.clerk, RegisterQuery.of(book, "whatever", year), null, 10)
                .rows();
        assertThat(rows).anySatisfy(r -> {
            assertThat(r.link()).contains(paper.value());
            assertThat(book.printed(r.unitName(), r.year(), r.serial())).startsWith("고시 제" + year + "-");
        });
        var directive = new Filing(
                DocumentKind.DIRECTIVE,
                SecondNumber.Kind.DIRECTIVE,
                "",
                null,
                Disclosure.OPEN,
                Approving.task("R0000001"));
        var order = office.approved("훈령", directive);
        var orders = Book.of("directive").orElseThrow();
        assertThat(registers
                        .page(office.clerk, RegisterQuery.of(orders, "", year), null, 50)
                        .rows())
                .as("numbers that count on are found by the year they were given in")
                .anySatisfy(r -> assertThat(r.link()).contains(order.value()));
        assertThat(registers
                        .page(office.clerk, RegisterQuery.of(orders, "", year - 1), null, 50)
                        .rows())
                .isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new RegisterQuery(PRODUCTION, "", 0, 5L, 4L, null, null, "", ""))
                .isInstanceOf(Refused.class);
        var day = LocalDate.of(2026, 1, 2);
        assertThatThrownBy(() -> new RegisterQuery(PRODUCTION, "", 0, null, null, day, day.minusDays(1), "", ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> RegisterQuery.of(PRODUCTION, "", 99_999)).isInstanceOf(Refused.class);
        assertThat(new RegisterQuery(PRODUCTION, "\0", 0, null, null, null, null, "a\0b", "").title())
                .isEqualTo("ab");
    }
}
