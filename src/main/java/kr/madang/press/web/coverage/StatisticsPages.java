package kr.madang.press.web.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Bar;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.press.Tier;
import kr.madang.press.coverage.Article;
import kr.madang.press.coverage.Earned;
import kr.madang.press.coverage.Issues;
import kr.madang.press.coverage.ReleaseMatches;
import kr.madang.press.coverage.Statistics;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Statistics of coverage (언론보도 통계), and what one release earned. */
@Controller
@RequestMapping("/desk/press/coverage")
@Needs(room = "press", level = Level.VIEW)
public class StatisticsPages {
    private final Statistics statistics;
    private final Earned earned;
    private final ReleaseMatches matches;
    private final Issues issues;

    StatisticsPages(Statistics statistics, Earned earned, ReleaseMatches matches, Issues issues) {
        this.statistics = statistics;
        this.earned = earned;
        this.matches = matches;
        this.issues = issues;
    }

    /** Without days: the year of the newest article, until that day. */
    private Period period(String from, String to) {
        var newest = LocalDate.ofInstant(issues.newest(), Article.SEOUL);
        var last = Asked.day(to);
        var until = last == null ? newest : last;
        var first = Asked.day(from);
        var since = first == null ? until.withDayOfYear(1) : first;
        if (since.getYear() < 1900 || until.getYear() > 2200) throw Refused.invalid("press.statistics.period");
        return new Period(since, until);
    }

    @GetMapping("/statistics")
    String statistics(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Model model) {
        var period = period(from, to);
        var months = statistics.months(period);
        model.addAttribute("period", period);
        model.addAttribute("all", statistics.all(period));
        model.addAttribute("months", months);
        model.addAttribute("bars", bars(months));
        model.addAttribute("outlets", statistics.outlets(period));
        model.addAttribute("releases", releases(period));
        return "press/web/coverage/statistics";
    }

    private static List<Bar> bars(List<Statistics.Line> months) {
        return months.stream()
                .map(line -> Bar.of(line.name(), new Bar.Part("", line.total(), Korean.number(line.total()))))
                .toList();
    }

    /** A release with its name; articles of none have no id. */
    public record Named(Statistics.Line line, String title) {}

    private List<Named> releases(Period period) {
        var known = matches.between(
                period.from().minusDays(30).atStartOfDay(Article.SEOUL).toInstant(),
                period.to().plusDays(3).atStartOfDay(Article.SEOUL).toInstant());
        return statistics.releases(period).stream()
                .map(line -> new Named(line, title(known.get(line.id()), line.id())))
                .toList();
    }

    private static String title(
            kr.madang.press.alike.@org.jspecify.annotations.Nullable Original original,
            @org.jspecify.annotations.Nullable UUID id) {
        if (id == null) return Words.here("press.statistics.none");
        return original == null ? Words.here("press.statistics.gone") : original.title();
    }

    @GetMapping("/statistics." + Sheets.FORMAT)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "months") String by,
            HttpServletResponse response)
            throws IOException {
        var period = period(from, to);
        Sheets.send(response, format, "coverage-statistics", "언론보도 통계", out -> {
            out.row("구분", "중앙방송", "지역방송", "중앙일간지·통신사", "광역·지역신문·인터넷", "미등록", "계");
            switch (by) {
                case "outlets" -> statistics.outlets(period).forEach(line -> row(out, line.name(), line));
                case "releases" -> releases(period).forEach(named -> row(out, named.title(), named.line()));
                default -> statistics.months(period).forEach(line -> row(out, line.name(), line));
            }
            row(out, "계", statistics.all(period));
        });
    }

    private static void row(SheetWriter out, String name, Statistics.Line line) {
        out.row(
                name.isEmpty() ? Words.here("press.coverage.homeless") : name,
                line.of(Tier.CENTRAL_BROADCAST),
                line.of(Tier.REGIONAL_BROADCAST),
                line.of(Tier.CENTRAL_DAILY),
                line.of(Tier.REGIONAL_ONLINE),
                line.homeless(),
                line.total());
    }

    @GetMapping("/releases/{id:[0-9a-f-]{36}}")
    String release(@PathVariable String id, Model model) {
        var release = Asked.id(id).orElseThrow(() -> Refused.missing("press.coverage.release.missing"));
        var original = matches.find(release).orElseThrow(() -> Refused.missing("press.coverage.release.missing"));
        model.addAttribute("original", original);
        model.addAttribute("link", matches.page(release));
        model.addAttribute("earned", earned.of(release, original.distributedAt()));
        return "press/web/coverage/release";
    }
}
