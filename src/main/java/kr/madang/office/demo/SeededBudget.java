package kr.madang.office.demo;

import static kr.madang.office.demo.Sower.row;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.office.budget.BudgetNode.Level;
import kr.madang.office.ledger.Grant;
import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;

/** One fiscal year's budget: the tree, its appropriations, the monthly plan; the ledger follows in {@link SeededLedger}. */
final class SeededBudget {
    private final Draw draw;
    private final SeededOrganization organization;
    private final int year;
    private final List<Map<String, @Nullable Object>> nodes = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> grants = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> plans = new ArrayList<>();
    private final List<SeededLedger.Line> lines = new ArrayList<>();
    private final Map<String, UUID> firstLines = new HashMap<>();

    SeededBudget(Draw draw, SeededOrganization organization, int year) {
        this.draw = draw;
        this.organization = organization;
        this.year = year;
    }

    /** @return how many ledger rows were written */
    int sow(Sower sower) {
        var closes = year < 2015 ? LocalDate.of(year + 1, 3, 1).minusDays(1) : LocalDate.of(year, 12, 31);
        sower.sow(
                "fiscal_year",
                List.of(row(
                        "year",
                        year,
                        "closes_on",
                        closes,
                        "closed_at",
                        year < 2023 ? closes.plusDays(10).atStartOfDay().toInstant(ZoneOffset.UTC) : null)));
        plant();
        var ledger = new SeededLedger(draw, year, lines);
        ledger.grow();
        if (year == 2023) afterwards(ledger);
        if (year == 2013) extras();
        sower.sow("budget_node", nodes);
        sower.sow("appropriation", grants);
        sower.sow("monthly_plan", plans);
        if (year == 2023)
            sower.sow("fast_target", List.of(target(3, 31, "29.0"), target(6, 30, "55.0"), target(12, 31, "95.0")));
        ledger.sow(sower);
        return ledger.size();
    }

    private Map<String, @Nullable Object> target(int month, int day, String percent) {
        return row(
                "fiscal_year",
                year,
                "by_date",
                LocalDate.of(year, month, day),
                "percent",
                new java.math.BigDecimal(percent));
    }

    private void plant() {
        var policies = new HashMap<String, UUID>();
        int unitNo = 0;
        for (var unit : BudgetPlan.of(year)) {
            unitNo++;
            var policyCode = "%02d".formatted(policies.size() + (policies.containsKey(unit.policy()) ? 0 : 1));
            var policy = policies.computeIfAbsent(
                    unit.policy(), name -> node(null, Level.POLICY, policyCode, name, null, null, false));
            var code = policyCode + "-%02d".formatted(unitNo);
            var unitId = node(policy, Level.UNIT, code, unit.name(), unit.team(), null, unit.fast());
            int projectNo = 0;
            for (var project : unit.projects()) project(unitId, code + "-%02d".formatted(++projectNo), unit, project);
        }
    }

    private void project(UUID unit, String code, BudgetPlan.Unit of, BudgetPlan.Project project) {
        var id = node(unit, Level.PROJECT, code, project.name(), of.team(), project.task(), of.fast());
        var weights = project.accounts().stream()
                .mapToLong(BudgetPlan.Account::weight)
                .toArray();
        var planned = Shares.divide(project.planned(), weights);
        var obligated = project.obligated() < 0 ? null : Shares.divide(project.obligated(), planned);
        var spent = obligated == null ? null : Shares.divide(project.spent(), obligated);
        for (int i = 0; i < planned.length; i++) {
            var name = project.accounts().get(i).name();
            var line =
                    node(id, Level.LINE, code + "-" + name.substring(0, 6), name.substring(7), null, null, of.fast());
            firstLines.putIfAbsent(project.name(), line);
            long national = i == 0 ? national(project.name()) : 0;
            grant(project, line, planned[i], national, i == 0);
            if (national > 0)
                lines.add(new SeededLedger.Line(line, project, name, Source.NATIONAL, national * 1000, -1, -1));
            lines.add(new SeededLedger.Line(
                    line,
                    project,
                    name,
                    Source.DISTRICT,
                    (planned[i] - national) * 1000,
                    obligated == null ? -1 : obligated[i] * 1000,
                    spent == null ? -1 : spent[i] * 1000));
        }
        plan(id, project);
    }

    private void grant(BudgetPlan.Project project, UUID line, long planned, long national, boolean first) {
        var start = LocalDate.of(year, 1, 1);
        if (national > 0) grant(line, Grant.ORIGINAL, Source.NATIONAL, national, start, "본예산 (국고보조)");
        long more = year == 2023 && first ? supplementary(project.name()) : 0;
        grant(line, Grant.ORIGINAL, Source.DISTRICT, planned - national - more, start, "본예산");
        if (more != 0) grant(line, Grant.SUPPLEMENTARY, Source.DISTRICT, more, LocalDate.of(year, 4, 28), "제1회 추가경정예산");
    }

    private long national(String project) {
        return year == 2013 && project.equals("정보시스템 통합 유지보수") ? 22_468 : 0;
    }

    private static long supplementary(String project) {
        return switch (project) {
            case "언론매체 홍보 및 공고" -> 30_000;
            case "공공무선인터넷 구축 및 운영" -> 25_000;
            case "구정 홍보시설물 관리" -> -4_000;
            default -> 0;
        };
    }

    /** What happened to the money of 2023 after the report: a transfer in September and carry-over at the end. */
    private void afterwards(SeededLedger ledger) {
        var day = LocalDate.of(year, 9, 15);
        grant(first("자가정보통신망 유지관리"), Grant.TRANSFER, Source.DISTRICT, -12_000, day, "예산 전용 (회선 사용료 부족)");
        grant(first("정보통신망 운영 및 회선 사용"), Grant.TRANSFER, Source.DISTRICT, 12_000, day, "예산 전용 (회선 사용료 부족)");
        var homepage = first("대표 홈페이지 운영 및 관리");
        long kept = Math.min(8_000, ledger.slack(homepage) / 1000);
        if (kept > 0) grant(homepage, Grant.CARRIED_OUT, Source.DISTRICT, kept, LocalDate.of(year, 12, 31), "명시이월");
    }

    private void extras() {
        grant(first("통합관제센터 운영"), Grant.CARRIED_IN, Source.DISTRICT, 12_000, LocalDate.of(year, 1, 1), "2012년도 명시이월");
        grant(first("정보시스템 통합 유지보수"), Grant.RESERVE, Source.DISTRICT, 5_000, LocalDate.of(year, 7, 10), "예비비 사용 승인");
    }

    private UUID first(String project) {
        return java.util.Objects.requireNonNull(firstLines.get(project), project);
    }

    /** The plan made in January: a year in months, a little fuller before summer. */
    private void plan(UUID project, BudgetPlan.Project of) {
        var weights = new long[12];
        for (int m = 0; m < 12; m++) weights[m] = draw.between(60, 100) + (m < 6 ? 30 : 0);
        var months = Shares.divide(of.planned(), weights);
        for (int m = 0; m < 12; m++)
            plans.add(row(
                    "project_id", project, "month", YearMonth.of(year, m + 1).atDay(1), "amount", months[m] * 1000));
    }

    private UUID node(
            @Nullable UUID parent,
            Level level,
            String code,
            String name,
            @Nullable String team,
            @Nullable String task,
            boolean fast) {
        var id = draw.id(start());
        nodes.add(row(
                "id", id,
                "fiscal_year", year,
                "parent_id", parent,
                "level", level,
                "code", code,
                "name", name,
                "position", nodes.size() + 1,
                "team_id", team == null ? null : organization.team(team),
                "task", task,
                "fast", fast));
        return id;
    }

    private void grant(UUID line, Grant kind, Source source, long thousands, LocalDate day, String basis) {
        grants.add(row(
                "id",
                draw.id(day.atStartOfDay().toInstant(ZoneOffset.UTC)),
                "line_id",
                line,
                "kind",
                kind,
                "source",
                source,
                "amount",
                thousands * 1000,
                "on_date",
                day,
                "basis",
                basis,
                "entered_at",
                day.atTime(0, 30).toInstant(ZoneOffset.UTC),
                "entered_by",
                "demo"));
    }

    private Instant start() {
        return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
