package kr.madang.report.web;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.document.html.HtmlWriter;
import kr.madang.report.Assembler;
import kr.madang.report.Report;
import kr.madang.report.TemplateCheck;
import kr.madang.report.assembly.Terms;
import kr.madang.report.template.PageText;
import kr.madang.report.template.Problem;
import kr.madang.report.template.TemplateReader;
import org.springframework.stereotype.Component;

/** Shows what is being typed as it will print (미리보기), and says what is wrong with it; its numbers lead nowhere, so that no one loses typed text. */
@Component
class Previews {
    private final Assembler assembler;
    private final TemplateCheck check;
    private final Sayings sayings;

    Previews(Assembler assembler, TemplateCheck check, Sayings sayings) {
        this.assembler = assembler;
        this.check = check;
        this.sayings = sayings;
    }

    /** @param html safe markup of the report writers */
    record Preview(Content html, List<Said> said, long errors) {}

    /** A problem in the reader's words. */
    record Said(int line, int column, boolean error, String words) {}

    /** A page under its chapter and the title of the report, so that its headings stand where they will. */
    Preview page(Report report, List<Report.Page> pages, Report.Page page, String body) {
        var above = new StringBuilder("제목: ")
                .append(report.cover().title().replaceAll("\\R", " "))
                .append("\n차례: 없음\n");
        if (page.level() > 1)
            pages.stream()
                    .filter(p -> p.level() == 1 && p.position() < page.position())
                    .reduce((a, b) -> b)
                    .ifPresent(chapter -> above.append(chapter.heading()).append('\n'));
        above.append(page.heading()).append('\n');
        int before = (int) above.chars().filter(c -> c == '\n').count();
        var template = TemplateReader.read(above + body);
        var made = assembler.assemble(template, new Terms(report.year(), report.asOf()));
        var structure = PageText.check(page.heading(), body).stream()
                .filter(p -> p.code().equals("report.template.page.heading"))
                .map(this::said);
        var rest = check.of(template, made).stream().map(p -> said(p.onLine(Math.max(1, p.line() - before))));
        var said = java.util.stream.Stream.concat(structure, rest).toList();
        return preview(HtmlWriter.fragment(made.document(), reference -> null, 2), said);
    }

    Preview template(String text) {
        var template = TemplateReader.read(text);
        var day = template.cover().asOf();
        var asOf = day.isEmpty() ? LocalDate.of(2023, 12, 31) : LocalDate.parse(day);
        var made = assembler.assemble(template, new Terms(asOf.getYear(), asOf));
        var said = check.of(template, made).stream().map(this::said).toList();
        return preview(HtmlWriter.fragment(made.document(), reference -> null, 2), said);
    }

    private static Preview preview(String html, List<Said> said) {
        return new Preview(
                ReportViews.raw(html), said, said.stream().filter(Said::error).count());
    }

    private Said said(Problem problem) {
        var words = sayings.say(problem.code(), problem.args().toArray());
        return new Said(problem.line(), problem.column(), problem.isError(), words);
    }
}
