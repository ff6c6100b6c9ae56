package kr.madang.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.kernel.trail.Trail;
import kr.madang.report.template.ShippedTemplate;
import kr.madang.report.template.Template;
import kr.madang.report.template.TemplateReader;
import org.springframework.stereotype.Component;

/** Fills the report room of the demo office: both templates, the issued report of 2013, and that of 2023 in review. */
@Component
class ReportSeed implements Seed {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final ReportStore store;
    private final PageStore pages;
    private final TemplateStore templateStore;
    private final FrozenStore frozen;
    private final Assembler assembler;
    private final FigureCatalogue catalogue;
    private final Trail trail;

    ReportSeed(
            ReportStore store,
            PageStore pages,
            TemplateStore templateStore,
            FrozenStore frozen,
            Assembler assembler,
            FigureCatalogue catalogue,
            Trail trail) {
        this.store = store;
        this.pages = pages;
        this.templateStore = templateStore;
        this.frozen = frozen;
        this.assembler = assembler;
        this.catalogue = catalogue;
        this.trail = trail;
    }

    /** After every room with records: a report frozen before them would hold gaps for good. */
    @Override
    public int order() {
        return 900;
    }

    @Override
    public String title() {
        return "주요업무 보고";
    }

    @Override
    public String sow(Draw draw) {
        for (var shipped : ShippedTemplate.all()) {
            var cover = TemplateReader.read(shipped.text()).cover();
            var desk = at(LocalDate.parse(cover.asOf()).minusDays(20), 10);
            desk.templates.create(role("기획 담당"), shipped.code(), shipped.text(), "처음 등록");
        }
        past(open(draw, "2013", LocalDate.of(2013, 2, 12)));
        current(open(draw, "2023", LocalDate.of(2023, 5, 22)));
        return "서식 2개, 보고서 2개";
    }

    private Report open(Draw draw, String code, LocalDate day) {
        var desk = at(day, 9);
        var template = template(desk, code);
        var cover = template.cover();
        var asOf = LocalDate.parse(cover.asOf());
        var id = new Report.Id(draw.id(desk.clock.instant()));
        var front = new Report.Cover(cover.title(), cover.section(), cover.session(), cover.dates(), cover.contents());
        var report = desk.reports.open(chief(), id, code, asOf.getYear(), asOf, front);
        at(day, 10).reports.move(chief(), id, Report.State.INPUT, "");
        return report;
    }

    private static Template template(Desk desk, String code) {
        return TemplateReader.read(desk.templates.text(code).orElseThrow());
    }

    private void past(Report report) {
        at(LocalDate.of(2013, 2, 20), 16).reports.move(chief(), report.id(), Report.State.REVIEW, "");
        at(LocalDate.of(2013, 2, 22), 17).freezing.freeze(chief(), report.id());
        at(LocalDate.of(2013, 2, 22), 18).freezing.issue(chief(), report.id());
    }

    private void current(Report report) {
        input(
                report,
                LocalDate.of(2023, 6, 1),
                "press",
                "언론팀장",
                "○ 언론 협력을 넓히는 현장 취재 지원: ’23. 6. ~ 12.",
                "○ 언론 협력을 넓히는 현장 취재와 인터뷰 지원: ’23. 6. ~ 12.");
        input(report, LocalDate.of(2023, 6, 1), "media", "소통미디어팀장", "콘텐츠와 참여 행사 다양화", "콘텐츠와 구민 참여 행사 다양화");
        input(
                report,
                LocalDate.of(2023, 6, 2),
                "telecom",
                "정보통신팀장",
                "○ 신규 부가서비스 운영계획 수립: ’23. 7. ~",
                "○ 신규 부가서비스 운영계획 수립과 이용 안내: ’23. 7. ~");
        at(LocalDate.of(2023, 6, 5), 9).reports.move(chief(), report.id(), Report.State.REVIEW, "");
        comment(report, LocalDate.of(2023, 6, 5), null, "단위사업별 집행률은 지출 기준, 사업별 집행률은 원인행위 기준임을 표 위에 밝힐 것.");
        comment(report, LocalDate.of(2023, 6, 7), 8, "향후계획의 시기를 의회 일정과 견주어 볼 것.");
    }

    private void input(Report report, LocalDate day, String team, String name, String old, String text) {
        var desk = at(day, 14);
        for (var page : pages.list(report.id()))
            if (page.teams().contains(team) && page.body().contains(old)) {
                var writer = new Actor(id(team), team, name, team, Map.of("report", Level.WORK));
                desk.reports.write(
                        writer,
                        report.id(),
                        page.position(),
                        page.latest(),
                        page.body().replace(old, text));
            }
    }

    private void comment(
            Report report, LocalDate day, @org.jspecify.annotations.Nullable Integer position, String body) {
        var desk = at(day, 15);
        var comment = UUID.nameUUIDFromBytes(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        desk.reports.comment(chief(), report.id(), comment, position, body);
    }

    /** The room's verbs as they were at a moment long ago. */
    private record Desk(Clock clock, Templates templates, Reports reports, Freezing freezing) {}

    private Desk at(LocalDate day, int hour) {
        Instant moment = day.atTime(hour, 0).atZone(SEOUL).toInstant();
        var clock = Clock.fixed(moment, SEOUL);
        var templates = new Templates(templateStore, trail, clock);
        var reports = new Reports(store, pages, templates, assembler, trail, clock);
        return new Desk(clock, templates, reports, new Freezing(reports, store, frozen, catalogue, trail, clock));
    }

    private static Actor chief() {
        return new Actor(id("chief"), "chief", "과장", "section", Map.of("report", Level.APPROVE));
    }

    private static Actor role(String name) {
        return new Actor(id(name), "office", name, "section", Map.of("report", Level.MANAGE));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("report.seed " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
