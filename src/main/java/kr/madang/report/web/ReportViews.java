package kr.madang.report.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.html.HtmlWriter;
import kr.madang.kernel.web.Tab;
import kr.madang.report.FreezeApproval;
import kr.madang.report.Freezing;
import kr.madang.report.FrozenReport;
import kr.madang.report.Report;
import kr.madang.report.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of one report share: its document, its tabs, its seal. */
@Component
class ReportViews {
    private final Reports reports;
    private final Freezing freezing;
    private final FreezeApproval approval;
    private final Sayings sayings;

    ReportViews(Reports reports, Freezing freezing, FreezeApproval approval, Sayings sayings) {
        this.reports = reports;
        this.freezing = freezing;
        this.approval = approval;
        this.sayings = sayings;
    }

    /**
     * What the head of every page of a report shows.
     *
     * @param frozen null until frozen
     * @param holds whether its seal holds; true until frozen
     */
    record Head(Report report, @Nullable FrozenReport frozen, boolean holds, List<Tab> tabs) {}

    Head head(Report report, String here) {
        var frozen = report.state().isSealed() ? freezing.get(report.id()) : null;
        var tabs = new ArrayList<Tab>();
        tabs.add(tab(report, "", "report.tab.paper", here));
        tabs.add(tab(report, "/pages", "report.tab.pages", here));
        tabs.add(tab(report, "/comments", "report.tab.comments", here));
        if (frozen != null) tabs.add(tab(report, "/differences", "report.tab.differences", here));
        tabs.add(tab(report, "/steps", "report.tab.steps", here));
        return new Head(report, frozen, frozen == null || freezing.holds(frozen), List.copyOf(tabs));
    }

    private Tab tab(Report report, String path, String word, String here) {
        return new Tab("/desk/report/reports/" + report.id() + path, say(word), path.equals(here));
    }

    PrintedDocument document(Report report) {
        return switch (report.state()) {
            case DRAFT, INPUT, REVIEW -> reports.assemble(report).document();
            case APPROVAL -> freezing.document(approval.proposal(report.id()).content());
            case FROZEN, ISSUED -> freezing.document(freezing.get(report.id()));
        };
    }

    ModelAndView paper(Report.Id id, Actor actor) {
        var report = reports.get(id);
        var document = document(report);
        return new ModelAndView(
                "report/web/paper",
                Map.of(
                        "head", head(report, ""),
                        "html", raw(HtmlWriter.fragment(document, References.in(id), 2)),
                        "gaps", gaps(document),
                        "asked", report.state() == Report.State.APPROVAL ? approval.passage(id) : Optional.empty(),
                        "back", back(report),
                        "may", List.copyOf(report.state().next())));
    }

    /** Why it lies open again: what the approver said, or whoever took the question back. */
    private Optional<Report.Step> back(Report report) {
        if (report.state() != Report.State.REVIEW) return Optional.empty();
        return reports.steps(report.id()).stream()
                .reduce((earlier, later) -> later)
                .filter(step -> step.from() == Report.State.APPROVAL);
    }

    /** Markup of the report writers, which escape every word themselves. */
    static Content raw(String markup) {
        return out -> out.writeContent(markup);
    }

    static long gaps(PrintedDocument document) {
        return document.blocks().stream()
                .flatMap(block -> switch (block) {
                    case Block.Line line -> line.content().stream();
                    case Block.Lead lead -> lead.content().stream();
                    case Block.Table table ->
                        table.rows().stream().flatMap(r -> r.cells().stream()).flatMap(c -> c.content().stream());
                    case Block.Heading heading -> java.util.stream.Stream.<Inline>empty();
                    case Block.Picture picture -> java.util.stream.Stream.<Inline>empty();
                    case Block.PageBreak pageBreak -> java.util.stream.Stream.<Inline>empty();
                })
                .filter(Inline.Gap.class::isInstance)
                .count();
    }

    String say(String code, Object... args) {
        return sayings.say(code, args);
    }
}
