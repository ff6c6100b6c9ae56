package kr.madang.office.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.FigureRows.Row;
import kr.madang.kernel.figures.Figures;
import kr.madang.office.staffing.Head;
import kr.madang.office.staffing.Kind;
import kr.madang.office.staffing.Layout;
import kr.madang.office.staffing.Rank;
import kr.madang.office.staffing.Seat;
import kr.madang.office.staffing.Staffing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The staffing figures (인력): posts, people and their difference on the last day of the period. */
@Component
class StaffingFigures implements Figures {
    static final String AUTHORIZED = "office.staffing.authorized";
    static final String ACTUAL = "office.staffing.actual";
    static final String DIFFERENCE = "office.staffing.difference";

    private static final Set<String> PARTS = Set.of("grade", "kind");
    private static final List<String> COLUMNS = List.of("구분", "번호", "직종", "직급", "소속", "직위", "시작일");

    private final Staffing staffing;

    StaffingFigures(Staffing staffing) {
        this.staffing = staffing;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(
                figure(AUTHORIZED, "정원", "기간의 마지막 날에 있는 직위의 수. 직위에 정해진 직종·직급으로 센다."),
                figure(ACTUAL, "현원", "기간의 마지막 날에 근무하는 사람의 수. 그 사람의 직종·직급으로 세며 겸임은 한 번만 센다."),
                figure(DIFFERENCE, "과부족", "현원에서 정원을 뺀 수. 모자라면 음수."));
    }

    private static Figure figure(String name, String title, String definition) {
        return new Figure(name, title, Figure.Kind.STOCK, "명", 0, PARTS, definition);
    }

    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        var day = period.to();
        if (staffing.seats(day).isEmpty()) return Optional.empty();
        return Optional.of(all(key, day).stream().map(Row::share).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        var all = all(key, period.to());
        return new FigureRows(COLUMNS, all.stream().skip(offset).limit(limit).toList(), all.size());
    }

    private List<Row> all(FigureKey key, LocalDate day) {
        var kinds = kinds(key);
        var grade = grade(key);
        var rows = new ArrayList<Row>();
        if (!key.name().equals(AUTHORIZED)) for (var head : staffing.heads(day, kinds, grade)) rows.add(row(head, day));
        if (!key.name().equals(ACTUAL))
            for (var seat : staffing.seats(day, kinds, grade))
                rows.add(row(seat, day, key.name().equals(DIFFERENCE) ? BigDecimal.ONE.negate() : BigDecimal.ONE));
        return rows;
    }

    private static Row row(Head head, LocalDate day) {
        return new Row(
                "/desk/office/people/" + head.person() + "?day=" + day,
                cells(
                        "현원",
                        head.number(),
                        head.rank(),
                        head.team(),
                        head.title(),
                        head.span().from()),
                BigDecimal.ONE);
    }

    private static Row row(Seat seat, LocalDate day, BigDecimal share) {
        return new Row(
                "/desk/office/posts/" + seat.post() + "?day=" + day,
                cells(
                        "정원",
                        seat.code(),
                        seat.rank(),
                        seat.team(),
                        seat.title(),
                        seat.span().from()),
                share);
    }

    private static List<@Nullable Object> cells(
            String what, String number, Rank rank, String team, String title, LocalDate from) {
        return Arrays.asList(what, number, rank.kind().title(), rank.grade(), team, title, from);
    }

    @Override
    public List<String> values(String figure, String dimension, Period period) {
        var groups = Layout.on(period.to()).groups();
        return dimension.equals("kind")
                ? groups.stream().map(Layout.Group::title).toList()
                : groups.stream().flatMap(g -> g.grades().stream()).distinct().toList();
    }

    private static @Nullable Set<Kind> kinds(FigureKey key) {
        var word = key.dimensions().get("kind");
        if (word == null) return null;
        return Layout.kinds(word).orElseThrow(() -> Refused.invalid("office.figure.value", key.toString(), "kind"));
    }

    private static @Nullable String grade(FigureKey key) {
        var word = key.dimensions().get("grade");
        if (word != null
                && Arrays.stream(Kind.values()).noneMatch(k -> Rank.grades(k).contains(word)))
            throw Refused.invalid("office.figure.value", key.toString(), "grade");
        return word;
    }
}
