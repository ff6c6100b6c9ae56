package kr.madang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import kr.madang.DemoTest;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows.Row;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every figure this room yields comes out of its rows, as the two council reports print it. */
@DemoTest
class OfficeFiguresTests {
    private static final Period MAY_2023 = Period.months(2023, 1, 5);
    private static final Period YEAR_2023 = Period.fiscalYear(2023);
    private static final Period YEAR_2013 = Period.fiscalYear(2013);

    @Autowired
    FigureCatalogue figures;

    private String print(String key, Period period) {
        var parsed = FigureKey.parse(key);
        var figure = figures.find(parsed).orElseThrow();
        return figure.rounded(figures.value(parsed, period).orElseThrow()).toPlainString();
    }

    @Test
    void printsEveryOfficeFigureOfBothReports() throws IOException {
        var stream = Objects.requireNonNull(getClass().getResourceAsStream("/figures.csv"), "figures.csv");
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var wrong = new ArrayList<String>();
        int compared = 0;
        for (var line : format.parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            if (!line.get("key").startsWith("office.")) continue;
            var period = new Period(LocalDate.parse(line.get("from")), LocalDate.parse(line.get("to")));
            var value = print(line.get("key"), period);
            if (!value.equals(line.get("value"))) wrong.add(line.get("key") + " " + period + ": " + value);
            compared++;
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isEqualTo(32);
    }

    @Test
    void theUnitTableOf2023StandsOnPayments() {
        assertThat(rateOf("언론홍보를 통한 구 이미지 제고")).isEqualTo("32.1");
        assertThat(rateOf("전략적 기획을 통한 대외 홍보 강화")).isEqualTo("30.2");
        assertThat(rateOf("미디어 매체를 활용한 구정홍보")).isEqualTo("45.9");
        assertThat(rateOf("스마트시대를 선도하는 미래 정보화 추진")).isEqualTo("62.6");
        // printed 33.1 and 33.9 in the paper; the arithmetic says otherwise
        assertThat(rateOf("신속하고 안정적인 행정서비스 지원을 위한 정보통신망 운영")).isEqualTo("34.0");
        assertThat(rateOf("기본경비")).isEqualTo("33.8");
    }

    private String rateOf(String program) {
        return print("office.budget.execution_rate{program=" + program + "}", MAY_2023);
    }

    @Test
    void theTaskPagesOf2023StandOnCommitments() {
        task("홍보기능 강화를 통한 구 이미지 제고", "1465383", "720791", "49.2");
        task("다양한 소통채널을 활용한 맞춤형 구정 홍보", "543292", "249618", "45.9");
        task("구 홈페이지 및 정보시스템 운영·관리", "684528", "613801", "89.7");
        task("디지털 실생활 맞춤형 정보화교육 운영", "182103", "153152", "84.1");
        task("교환기 및 전화기 교체", "900000", "0", "0.0");
        task("다기능 사무기기 보급", "381550", "381248", "99.9");
        task("전자결재시스템(온나라) 도입", "504523", "504522", "99.9");
    }

    private void task(String task, String planned, String obligated, String rate) {
        assertThat(print("office.budget.planned{task=" + task + "}", YEAR_2023)).isEqualTo(planned);
        assertThat(print("office.budget.executed{basis=obligated,task=" + task + "}", MAY_2023))
                .isEqualTo(obligated);
        assertThat(print("office.budget.execution_rate{basis=obligated,task=" + task + "}", MAY_2023))
                .isEqualTo(rate);
    }

    @Test
    void theTaskPagesOf2013NameTheirBudgets() {
        var tasks = List.of(
                "대 언론홍보 강화=766606",
                "「영등포행복소식」 발행=196913",
                "어린이 소식지 「꿈나무영등포」 발행=20830",
                "인터넷방송 및 IPTV운영=160000",
                "SNS를 통한 구민과의 소통 강화=23240",
                "웹사이트 성능개선=11100",
                "정보시스템의 안정적 운영=563795",
                "상용소프트웨어 구매=158401",
                "맞춤형 입찰정보 시스템 운영=28000",
                "정보화 교육 운영=148202",
                "정보통신망의 안정적 운영 및 지원=435919",
                "U-영등포 통합관제센터 운영 관리=374100",
                "시니어 소식지 발간=17922",
                "구민편의 증진을 위한 공공 무선인터넷 구축=89946");
        for (var task : tasks)
            assertThat(print("office.budget.planned{task=" + task.split("=")[0] + "}", YEAR_2013))
                    .isEqualTo(task.split("=")[1]);
        var system = "office.budget.planned{task=정보시스템의 안정적 운영,source=";
        assertThat(print(system + "national}", YEAR_2013)).isEqualTo("22468");
        assertThat(print(system + "district}", YEAR_2013)).isEqualTo("541327");
    }

    @Test
    void theStaffingTablesOfBothReports() {
        staffing(LocalDate.of(2013, 2, 22), "일반직 0 1 4 10 6 5|계약직 0 0 1 1 3", "일반직 0 1 4 8 9 4|계약직 0 0 1 1 2");
        staffing(
                LocalDate.of(2023, 5, 31),
                "일반직 0 1 5 8 8 3|관리운영직 0 0 0 0|별정직·임기제 0 2 1 2",
                "일반직 0 1 9 8 7 4|관리운영직 0 0 0 0|별정직·임기제 0 2 1 2");
    }

    private void staffing(LocalDate day, String authorized, String actual) {
        assertThat(row("authorized", day)).isEqualTo(authorized);
        assertThat(row("actual", day)).isEqualTo(actual);
    }

    private String row(String what, LocalDate day) {
        var groups = new ArrayList<String>();
        for (var group : kr.madang.office.staffing.Layout.on(day).groups()) {
            var line = new StringBuilder(group.title());
            for (var grade : group.grades())
                line.append(' ')
                        .append(print(
                                "office.staffing.%s{kind=%s,grade=%s}".formatted(what, group.title(), grade),
                                Period.day(day)));
            groups.add(line.toString());
        }
        return String.join("|", groups);
    }

    @Test
    void theFacilityListsOfBothReports() {
        var then = Period.day(LocalDate.of(2013, 2, 22));
        var now = Period.day(LocalDate.of(2023, 5, 31));
        assertThat(print("office.facilities{line=정보문화센터}", then)).isEqualTo("2");
        assertThat(print("office.facilities{line=광대역 자가정보통신}", then)).isEqualTo("281");
        assertThat(print("office.facilities{line=서버·스토리지·백업장비}", now)).isEqualTo("19");
        assertThat(print("office.facilities{line=보안장비·네트워크 장비}", now)).isEqualTo("12");
        assertThat(print("office.facilities{line=정보통신통합관제실}", now)).isEqualTo("2");
        assertThat(print("office.facilities{line=구정 홍보판}", now)).isEqualTo("11");
        assertThat(print("office.facilities{line=디지털 게시판}", now)).isEqualTo("17");
        assertThat(print("office.floor_area{line=YDP스튜디오}", now)).isEqualTo("87.12");
        assertThat(print("office.vehicles", then)).isEqualTo("2");
        assertThat(print("office.vehicles", now)).isEqualTo("2");
        assertThat(print("office.vehicles{team=언론팀}", now)).isEqualTo("1");
        assertThat(print("office.teams", now)).isEqualTo("5");
        assertThat(figures.value(FigureKey.parse("office.facilities{line=LAN통신망}"), now))
                .as("another room will count these")
                .isEmpty();
    }

    @Test
    void theRowsBehindAFigureSumToItsValue() {
        var periods = List.of(
                YEAR_2013,
                Period.fiscalYear(2012),
                MAY_2023,
                YEAR_2023,
                Period.quarter(2023, 2),
                new Period(LocalDate.of(2023, 3, 7), LocalDate.of(2023, 10, 19)),
                Period.day(LocalDate.of(2016, 12, 31)));
        int checked = 0;
        for (var figure : figures.list())
            if (figure.name().startsWith("office."))
                for (var key : samples(figure))
                    for (var period : periods) {
                        var value = figures.value(key, period);
                        if (value.isEmpty()) continue;
                        check(figure, key, period, value.get());
                        checked++;
                    }
        assertThat(checked).isGreaterThan(200);
    }

    private void check(Figure figure, FigureKey key, Period period, BigDecimal value) {
        var rows = all(key, period);
        var sum = rows.stream().map(Row::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        var base = rows.stream().map(Row::base).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (figure.kind() == Figure.Kind.RATE) {
            var rate = base.signum() == 0 ? new BigDecimal("0.0") : kr.madang.kernel.Korean.rate(sum, base);
            assertThat(rate).as(key + " " + period).isEqualByComparingTo(value);
        } else {
            assertThat(sum).as(key + " " + period).isEqualByComparingTo(value);
            assertThat(base).isEqualByComparingTo("0");
        }
    }

    /** Read in a few pages of odd sizes: nothing is missed, nothing comes twice, and nothing lies behind the last. */
    private List<Row> all(FigureKey key, Period period) {
        var first = figures.rows(key, period, 0, 337);
        int total = (int) first.total();
        var rows = new ArrayList<>(first.rows());
        while (rows.size() < total) {
            var page = figures.rows(key, period, rows.size(), Math.max(337, total / 3));
            assertThat(page.rows()).as(key + " " + period).isNotEmpty();
            assertThat(page.total()).isEqualTo(total);
            rows.addAll(page.rows());
        }
        assertThat(rows).as(key + " " + period).hasSize(total);
        assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
        return rows;
    }

    private List<FigureKey> samples(Figure figure) {
        var keys = new ArrayList<>(List.of(FigureKey.of(figure.name())));
        for (var dimension : figure.dimensions())
            for (var period : List.of(YEAR_2013, YEAR_2023))
                figures.values(figure.name(), dimension, period).stream()
                        .map(v -> FigureKey.of(figure.name()).with(dimension, v))
                        .filter(k -> !keys.contains(k))
                        .forEach(keys::add);
        return keys;
    }
}
