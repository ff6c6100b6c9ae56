package kr.madang.office.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Page;
import kr.madang.office.facilities.Facility;
import kr.madang.office.ledger.Source;
import kr.madang.office.organization.Team;
import kr.madang.office.staffing.Kind;
import kr.madang.office.staffing.Seat;

/**
 * What the forms of a page let somebody choose from (선택지), as of a day.
 *
 * @param vacant posts nobody holds
 */
record Choices(LocalDate day, List<Team> teams, List<Seat> vacant, List<Facility> lines) {
    private static final List<String> GRADES =
            List.of("4급", "5급", "6급", "7급", "8급", "9급", "가급", "나급", "다급", "라급", "마급");

    List<Option> teamOptions() {
        return teams.stream().map(t -> Option.of(t.id(), t.name())).toList();
    }

    /** The teams, and before them what choosing none means. */
    List<Option> teamOptions(String none) {
        return Stream.concat(Stream.of(new Option("", none)), teamOptions().stream())
                .toList();
    }

    /** Vacant posts, and above the authorized number in a team. */
    List<Option> places(Page page) {
        var posts = vacant.stream()
                .map(s -> new Option(
                        "post:" + s.post(), s.code() + " " + s.team() + " " + s.title() + " (" + s.rank() + ")"));
        var above = teams.stream().map(t -> new Option("team:" + t.id(), t.name() + " " + page.t("office.above")));
        return Stream.concat(posts, above).toList();
    }

    List<Option> lineOptions() {
        return lines.stream()
                .map(l -> Option.of(l.id(), l.heading() + " – " + l.name()))
                .toList();
    }

    static List<Option> kinds() {
        return Arrays.stream(Kind.values())
                .map(k -> new Option(k.name(), k.title()))
                .toList();
    }

    static List<Option> grades() {
        return GRADES.stream().map(g -> new Option(g, g)).toList();
    }

    static List<Option> sources(Page page) {
        return Arrays.stream(Source.values())
                .map(s -> new Option(s.name(), page.t("office.source." + s.name())))
                .toList();
    }
}
