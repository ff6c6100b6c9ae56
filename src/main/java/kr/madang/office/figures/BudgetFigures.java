package kr.madang.office.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.FigureRows.Row;
import kr.madang.kernel.figures.Figures;
import kr.madang.office.budget.Appropriation;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.Entry;
import kr.madang.office.budget.Slice;
import kr.madang.office.ledger.Basis;
import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The budget figures (예산현황). The unit table of a council report stands on payments, its task pages on commitments; both come from
 * the same ledger and a key says which by {@code basis} (spent when it does not say).
 */
@Component
class BudgetFigures implements Figures {
    static final String PLANNED = "office.budget.planned";
    static final String EXECUTED = "office.budget.executed";
    static final String RATE = "office.budget.execution_rate";

    private static final List<String> COLUMNS =
            List.of("일자", "구분", "단위사업", "세부사업", "통계목", "재원", "문서번호·근거", "거래처", "금액(원)");
    private static final Set<String> PARTS = Set.of("policy", "program", "project", "task", "source");
    private static final Set<String> PARTS_AND_BASIS =
            Set.of("policy", "program", "project", "task", "source", "basis");

    private final Budget budget;

    BudgetFigures(Budget budget) {
        this.budget = budget;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(
                new Figure(
                        PLANNED,
                        "예산액",
                        Figure.Kind.AMOUNT,
                        "천원",
                        0,
                        PARTS,
                        "기간의 마지막 날까지 확정된 그 회계연도의 본예산과 추경의 합. 전용·이월·예비비는 넣지 않는다."),
                new Figure(
                        EXECUTED,
                        "집행액",
                        Figure.Kind.AMOUNT,
                        "천원",
                        0,
                        PARTS_AND_BASIS,
                        "기간 안에 집행 원장에 적힌 그 회계연도의 지출에서 반납을 뺀 금액(basis=spent). basis=obligated이면 원인행위액."),
                new Figure(
                        RATE,
                        "집행률",
                        Figure.Kind.RATE,
                        "%",
                        1,
                        PARTS_AND_BASIS,
                        "집행액 ÷ 예산액. 소수 첫째 자리로 반올림하되 전액을 집행한 때에만 100.0으로 적는다."));
    }

    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        var slice = slice(key, period);
        if (!budget.exists(slice)) return Optional.empty();
        return Optional.of(
                switch (key.name()) {
                    case PLANNED -> thousands(budget.planned(slice, period.to()));
                    case EXECUTED -> thousands(budget.executed(slice, period, basis(key)));
                    default -> rate(slice, period, basis(key));
                });
    }

    private BigDecimal rate(Slice slice, Period period, Basis basis) {
        long planned = budget.planned(slice, period.to());
        long executed = budget.executed(slice, period, basis);
        if (planned == 0) return new BigDecimal("0.0");
        return Korean.rate(BigDecimal.valueOf(executed), BigDecimal.valueOf(planned));
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        var slice = slice(key, period);
        long voted = key.name().equals(EXECUTED) ? 0 : budget.countVoted(slice, period.to());
        long entries = key.name().equals(PLANNED) ? 0 : budget.countEntries(slice, period, basis(key));
        var rows = new ArrayList<Row>();
        if (offset < voted)
            for (var grant : budget.voted(slice, period.to(), offset, limit))
                rows.add(row(grant, key.name().equals(PLANNED)));
        if (rows.size() < limit && entries > 0)
            for (var entry :
                    budget.entries(slice, period, basis(key), Math.max(0, offset - voted), limit - rows.size()))
                rows.add(row(entry));
        return new FigureRows(COLUMNS, rows, voted + entries);
    }

    private static Row row(Appropriation grant, boolean counts) {
        var amount = thousands(grant.amount());
        return new Row(
                "/desk/office/budget/nodes/" + grant.line() + "?day=" + grant.day(),
                cells(
                        grant.day(),
                        grant.kind().title(),
                        grant.unit(),
                        grant.project(),
                        grant.lineName(),
                        grant.source(),
                        grant.basis(),
                        "",
                        grant.amount()),
                counts ? amount : BigDecimal.ZERO,
                counts ? BigDecimal.ZERO : amount);
    }

    private static Row row(Entry entry) {
        return new Row(
                "/desk/office/ledger/" + entry.id(),
                cells(
                        entry.day(),
                        entry.reverses() == null
                                ? entry.kind().title()
                                : entry.kind().title() + " 정정",
                        entry.unit(),
                        entry.project(),
                        entry.lineName(),
                        entry.source(),
                        entry.documentNo(),
                        entry.payee(),
                        entry.effect()),
                thousands(entry.effect()));
    }

    private static List<@Nullable Object> cells(
            Object day,
            String kind,
            String unit,
            String project,
            String line,
            Source source,
            String document,
            String payee,
            long amount) {
        return Arrays.asList(day, kind, unit, project, line, source.title(), document, payee, amount);
    }

    @Override
    public List<String> values(String figure, String dimension, Period period) {
        return switch (dimension) {
            case "source" -> Arrays.stream(Source.values()).map(Source::word).toList();
            case "basis" -> Arrays.stream(Basis.values()).map(Basis::word).toList();
            default -> budget.names(period.to().getYear(), dimension);
        };
    }

    private static Slice slice(FigureKey key, Period period) {
        var part = key.dimensions();
        return new Slice(
                period.to().getYear(),
                part.get("policy"),
                part.get("program"),
                part.get("project"),
                part.get("task"),
                part.containsKey("source") ? source(key, part.get("source")) : null);
    }

    private static Source source(FigureKey key, @Nullable String word) {
        return Arrays.stream(Source.values())
                .filter(s -> s.word().equals(word) || s.title().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("office.figure.value", key.toString(), "source"));
    }

    private static Basis basis(FigureKey key) {
        var word = key.dimensions().getOrDefault("basis", "spent");
        return Arrays.stream(Basis.values())
                .filter(b -> b.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("office.figure.value", key.toString(), "basis"));
    }

    private static BigDecimal thousands(long won) {
        return BigDecimal.valueOf(won, 3);
    }
}
