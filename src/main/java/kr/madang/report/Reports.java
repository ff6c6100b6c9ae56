package kr.madang.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.report.assembly.Assembled;
import kr.madang.report.assembly.Terms;
import kr.madang.report.template.PageText;
import kr.madang.report.template.TemplateReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes reports together (보고서 작성): the section opens one, teams fill their pages, reviewers comment; nobody overwrites anybody. */
@Service
public class Reports {
    private static final int LONGEST_COMMENT = 4_000;
    private static final int LONGEST_PAGE = 200_000;
    private static final int VERSIONS_SHOWN = 100;

    private final ReportStore store;
    private final PageStore pages;
    private final Templates templates;
    private final Assembler assembler;
    private final Trail trail;
    private final Clock clock;

    Reports(ReportStore store, PageStore pages, Templates templates, Assembler assembler, Trail trail, Clock clock) {
        this.store = store;
        this.pages = pages;
        this.templates = templates;
        this.assembler = assembler;
        this.trail = trail;
        this.clock = clock;
    }

    public List<Report> list(@Nullable Integer year, Report.@Nullable State state, int limit, int offset) {
        return store.list(year, state, limit, offset);
    }

    public long count(@Nullable Integer year, Report.@Nullable State state) {
        return store.count(year, state);
    }

    public List<Integer> years() {
        return store.years();
    }

    public Report get(Report.Id id) {
        return store.find(id).orElseThrow(() -> Refused.missing("report.unknown"));
    }

    public List<Report.Page> pages(Report.Id id) {
        return pages.list(id);
    }

    public Report.Page page(Report.Id id, int position) {
        return pages.find(id, position).orElseThrow(() -> Refused.missing("report.page.unknown", position));
    }

    public List<Report.PageVersion> versions(Report.Id id, int position) {
        return pages.versions(id, position, VERSIONS_SHOWN);
    }

    public List<Report.Step> steps(Report.Id id) {
        return store.steps(id);
    }

    public List<Report.Comment> comments(Report.Id id) {
        return pages.comments(id);
    }

    /**
     * Opens a report from the newest version of a template.
     *
     * @param id made by the form, so that a form sent twice opens one report
     */
    @Transactional
    public Report open(Actor by, Report.Id id, String template, int year, LocalDate asOf, Report.Cover cover) {
        require(by, Level.APPROVE);
        var kept = templates.get(template);
        check(year, asOf, cover);
        var now = clock.instant();
        var report =
                new Report(id, template, kept.latest(), year, asOf, cover, Report.State.DRAFT, by.name(), now, null);
        if (!store.insert(report, kept.id(), by)) return get(id);
        int position = 0;
        for (var page : PageText.split(templates.version(kept, kept.latest()).body()))
            pages.insert(id, ++position, page, by, now);
        store.step(id, null, Report.State.DRAFT, "", by, Id.next(now), now);
        trail.record(by, "report", "report.opened", "report:" + id, Map.of("template", template, "year", year));
        return report;
    }

    @Transactional
    public void describe(Actor by, Report.Id id, int year, LocalDate asOf, Report.Cover cover) {
        require(by, Level.APPROVE);
        check(year, asOf, cover);
        if (!store.update(id, year, asOf, cover)) throw Refused.conflict("report.sealed");
        trail.record(by, "report", "report.described", "report:" + id, Map.of("year", year, "asOf", asOf.toString()));
    }

    private static void check(int year, LocalDate asOf, Report.Cover cover) {
        if (year < 1990 || year > 2100) throw Refused.invalid("report.year", year);
        if (asOf.getYear() < year - 1 || asOf.getYear() > year + 1) throw Refused.invalid("report.day", asOf, year);
        if (cover.title().isBlank()) throw Refused.invalid("report.untitled");
    }

    /** Saves a page as its next version, unless somebody else saved since {@code base}. */
    @Transactional
    public Report.Saving write(Actor by, Report.Id id, int position, int base, String text) {
        var body = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        var state = store.find(id).map(r -> store.hold(id)).orElseThrow(() -> Refused.missing("report.unknown"));
        var page = page(id, position);
        if (state.isClosed()) throw Refused.conflict("report.sealed");
        if (!page.isOpenTo(by, state))
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    state == Report.State.INPUT ? "report.page.foreign" : "report.page.closed");
        if (body.length() > LONGEST_PAGE) throw Refused.invalid("report.page.long", LONGEST_PAGE);
        if (body.indexOf('\0') >= 0) throw Refused.invalid("report.page.sign");
        if (page.body().equals(body)) return new Report.Saving.Saved(page.latest());
        if (!pages.advance(id, position, base)) return overtaken(id, position, base);
        pages.insert(id, position, base + 1, body, by, clock.instant());
        trail.record(by, "report", "page.written", "report:" + id, Map.of("position", position, "version", base + 1));
        return new Report.Saving.Saved(base + 1);
    }

    private Report.Saving overtaken(Report.Id id, int position, int base) {
        var now = page(id, position);
        var theirs = pages.version(id, position, now.latest()).orElseThrow();
        return new Report.Saving.Overtaken(
                theirs,
                pages.version(id, position, base)
                        .orElseThrow(() -> Refused.missing("report.page.version.unknown", base)));
    }

    /** Passes the report on, or back with a reason. */
    @Transactional
    public void move(Actor by, Report.Id id, Report.State to, String reason) {
        require(by, Level.APPROVE);
        var from = get(id).state();
        if (from == to) return;
        if (!from.next().contains(to) || !store.move(id, from, to))
            throw Refused.conflict("report.state", from.word(), to.word());
        if (to.compareTo(from) < 0 && reason.isBlank()) throw Refused.invalid("report.reason");
        if (to == Report.State.REVIEW) readable(id);
        var now = clock.instant();
        store.step(id, from, to, reason.strip(), by, Id.next(now), now);
        trail.record(by, "report", "report.moved", "report:" + id, Map.of("from", from, "to", to));
    }

    private void readable(Report.Id id) {
        for (var page : pages.list(id)) {
            var problems = PageText.check(page.heading(), page.body());
            var first = problems.stream().filter(p -> p.isError()).findFirst();
            if (first.isPresent())
                throw Refused.invalid(
                        "report.page.unreadable",
                        PageText.title(page.heading()),
                        first.get().line());
        }
    }

    @Transactional
    public void comment(Actor by, Report.Id id, UUID comment, @Nullable Integer position, String body) {
        require(by, Level.WORK);
        var text = body.strip();
        if (text.isEmpty()) throw Refused.invalid("report.comment.empty");
        if (text.length() > LONGEST_COMMENT) throw Refused.invalid("report.comment.long", LONGEST_COMMENT);
        if (get(id).state().isClosed()) throw Refused.conflict("report.sealed");
        if (position != null) page(id, position);
        pages.comment(id, comment, position, text, by, clock.instant());
        trail.record(by, "report", "report.commented", "report:" + id, Map.of("comment", comment.toString()));
    }

    @Transactional
    public void settle(Actor by, Report.Id id, UUID comment) {
        require(by, Level.WORK);
        if (get(id).state().isClosed()) throw Refused.conflict("report.sealed");
        if (pages.settle(id, comment, by, clock.instant()))
            trail.record(by, "report", "comment.settled", "report:" + id, Map.of("comment", comment.toString()));
    }

    /** The report as its pages and the records of the house make it now. */
    @Transactional(readOnly = true)
    public Assembled assemble(Report report) {
        return assembler.assemble(
                TemplateReader.read(text(report, pages.list(report.id()))), new Terms(report.year(), report.asOf()));
    }

    /** One page as it would stand in the report with this text. */
    @Transactional(readOnly = true)
    public Assembled preview(Report report, Report.Page page, String body) {
        return assembler.assemble(
                TemplateReader.read(page.heading() + "\n" + body), new Terms(report.year(), report.asOf()));
    }

    static String text(Report report, List<Report.Page> pages) {
        var cover = report.cover();
        var text = new StringBuilder();
        text.append("제목: ").append(line(cover.title())).append("\n부서: ").append(line(cover.section()));
        text.append("\n회기: ").append(line(cover.session())).append("\n일정: ").append(line(cover.dates()));
        text.append("\n차례: ").append(cover.contents() ? "있음" : "없음").append('\n');
        for (var page : pages)
            text.append('\n')
                    .append(page.heading())
                    .append('\n')
                    .append(page.body())
                    .append('\n');
        return text.toString();
    }

    private static String line(String words) {
        return words.replaceAll("\\R", " ");
    }

    static void require(Actor by, Level level) {
        if (!by.may("report", level)) throw new Refused(Refused.Reason.FORBIDDEN, "report.forbidden");
    }
}
