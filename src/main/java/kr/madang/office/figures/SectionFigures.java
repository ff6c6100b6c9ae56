package kr.madang.office.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.FigureRows.Row;
import kr.madang.kernel.figures.Figures;
import kr.madang.office.facilities.Facilities;
import kr.madang.office.facilities.Facility;
import kr.madang.office.organization.Organization;
import org.springframework.stereotype.Component;

/** Figures of the section itself: its teams, vehicles and the lines of the facility list. */
@Component
class SectionFigures implements Figures {
    static final String TEAMS = "office.teams";
    static final String VEHICLES = "office.vehicles";
    static final String FACILITIES = "office.facilities";
    static final String FLOOR_AREA = "office.floor_area";

    private final Organization organization;
    private final Facilities facilities;

    SectionFigures(Organization organization, Facilities facilities) {
        this.organization = organization;
        this.facilities = facilities;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(
                new Figure(TEAMS, "팀", Figure.Kind.STOCK, "개", 0, Set.of(), "기간의 마지막 날에 있는 팀의 수."),
                new Figure(VEHICLES, "차량", Figure.Kind.STOCK, "대", 0, Set.of("team"), "기간의 마지막 날에 쓰고 있는 차량의 수."),
                new Figure(
                        FACILITIES,
                        "주요시설 및 장비",
                        Figure.Kind.STOCK,
                        "개",
                        0,
                        Set.of("line"),
                        "기간의 마지막 날에 시설·장비 목록의 그 항목에 있는 수(단위는 항목마다 다르다). 다른 방의 기록이 세는 항목은 넣지 않는다."),
                new Figure(
                        FLOOR_AREA,
                        "시설 면적",
                        Figure.Kind.STOCK,
                        "㎡",
                        2,
                        Set.of("line"),
                        "기간의 마지막 날에 그 시설을 이루는 공간의 면적을 더한 값."));
    }

    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        var day = period.to();
        if (organization.chart(day).teams().isEmpty()) return Optional.empty();
        var rows = all(key, day);
        if (line(key.name()) && rows.isEmpty()) return Optional.empty();
        return Optional.of(rows.stream().map(Row::share).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static boolean line(String figure) {
        return figure.equals(FACILITIES) || figure.equals(FLOOR_AREA);
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        var all = all(key, period.to());
        var columns = key.name().equals(TEAMS)
                ? List.of("코드", "팀", "업무 수", "시작일")
                : List.of("구분", "명칭", "항목", "수량", "규격", "장소", "담당", "시작일");
        return new FigureRows(columns, all.stream().skip(offset).limit(limit).toList(), all.size());
    }

    private List<Row> all(FigureKey key, LocalDate day) {
        return switch (key.name()) {
            case TEAMS ->
                organization.chart(day).teams().stream()
                        .map(t -> new Row(
                                "/desk/office/organization?day=" + day,
                                Arrays.asList(
                                        t.code(),
                                        t.name(),
                                        (long) t.duties().size(),
                                        t.valid().from()),
                                BigDecimal.ONE))
                        .toList();
            case VEHICLES -> {
                var team = key.dimensions().get("team");
                yield lines(day, null)
                        .filter(f -> f.category() == Facility.Category.VEHICLE)
                        .flatMap(f -> f.items().stream()
                                .filter(i -> team == null || i.team().equals(team))
                                .map(i -> row(f, i, day)))
                        .toList();
            }
            default ->
                // counts of different units cannot be added, so a line must be named
                lines(day, key.dimensions().getOrDefault("line", ""))
                        .filter(f -> f.unit().equals("㎡") == key.name().equals(FLOOR_AREA))
                        .flatMap(f -> f.items().stream().map(i -> row(f, i, day)))
                        .toList();
        };
    }

    private Stream<Facility> lines(LocalDate day, @org.jspecify.annotations.Nullable String line) {
        return facilities.list(day).stream()
                .filter(f -> f.countedBy() == null && (line == null || line.equals(f.name())));
    }

    private static Row row(Facility line, Facility.Item item, LocalDate day) {
        return new Row(
                "/desk/office/facilities?day=" + day + "#" + line.code(),
                Arrays.asList(
                        line.category().title(),
                        line.heading(),
                        item.name(),
                        item.quantity(),
                        item.measure(),
                        item.place(),
                        item.team(),
                        item.valid().from()),
                line.share(item));
    }

    @Override
    public List<String> values(String figure, String dimension, Period period) {
        return switch (dimension) {
            case "line" ->
                lines(period.to(), null)
                        .filter(f -> f.unit().equals("㎡") == figure.equals(FLOOR_AREA))
                        .map(Facility::name)
                        .distinct()
                        .toList();
            default ->
                organization.chart(period.to()).teams().stream()
                        .map(t -> t.name())
                        .toList();
        };
    }
}
