package kr.madang.office.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.BudgetTree;
import kr.madang.office.ledger.Basis;
import kr.madang.office.organization.Chart;
import kr.madang.office.organization.Organization;
import kr.madang.office.staffing.Layout;
import kr.madang.office.staffing.Staffing;
import kr.madang.office.staffing.StaffingTable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organization, staffing and budget as JSON, as of a day. Names no person. */
@RestController
@RequestMapping("/api/office")
@Needs(room = "office", level = Level.VIEW)
@Tag(name = "office", description = "조직·인력·예산")
class OfficeApi {
    private final Office office;
    private final Organization organization;
    private final Staffing staffing;
    private final Budget budget;

    OfficeApi(Office office, Organization organization, Staffing staffing, Budget budget) {
        this.office = office;
        this.organization = organization;
        this.staffing = staffing;
        this.budget = budget;
    }

    /** Money in won; rates in percent of 예산현액. */
    record Node(
            UUID id,
            String level,
            String code,
            String name,
            @Nullable String task,
            long planned,
            long current,
            long obligated,
            long spent,
            long left,
            BigDecimal rate,
            List<Node> children) {
        static Node of(BudgetTree.Branch branch) {
            var b = branch.balance();
            var node = branch.node();
            return new Node(
                    node.id(),
                    node.level().name(),
                    node.code(),
                    node.name(),
                    node.task(),
                    b.planned(),
                    b.current(),
                    b.obligated(),
                    b.spent(),
                    b.left(Basis.SPENT),
                    b.rate(Basis.SPENT),
                    branch.children().stream().map(Node::of).toList());
        }
    }

    record BudgetAnswer(
            int fiscalYear,
            LocalDate day,
            long planned,
            long current,
            long obligated,
            long spent,
            BigDecimal rate,
            List<Node> policies) {}

    @GetMapping("/organization")
    @Operation(summary = "기준일의 팀과 업무분장", description = "day는 기준일(2023-05-31 꼴). 비우면 오늘")
    Chart organization(@RequestParam(defaultValue = "") String day) {
        return organization.chart(readable(office.day(day)));
    }

    @GetMapping("/staffing")
    @Operation(summary = "기준일의 직종·직급별 정원과 현원", description = "day는 기준일(2023-05-31 꼴). 비우면 오늘")
    StaffingTable staffing(@RequestParam(defaultValue = "") String day) {
        var asOf = readable(office.day(day));
        return staffing.table(asOf, Layout.on(asOf));
    }

    @GetMapping("/budget")
    @Operation(
            summary = "기준일의 예산과 집행(정책사업부터 통계목까지)",
            description = "금액은 원, 집행률은 예산현액에 대한 %. day를 비우면 오늘, 올해 예산이 없으면 예산이 있는 마지막 해의 말일")
    BudgetAnswer budget(@RequestParam(defaultValue = "") String day) {
        var asOf = readable(office.budgetDay(day));
        var tree = budget.tree(asOf.getYear(), asOf);
        var total = tree.total();
        return new BudgetAnswer(
                tree.fiscalYear(),
                asOf,
                total.planned(),
                total.current(),
                total.obligated(),
                total.spent(),
                total.rate(Basis.SPENT),
                tree.policies().stream().map(Node::of).toList());
    }

    /** A program that asks for a day that is none is told so; a page would fall back to the usual one. */
    private static LocalDate readable(AsOf asOf) {
        if (asOf.unreadable()) throw Refused.invalid("kernel.day.unreadable", asOf.typed());
        return asOf.day();
    }
}
