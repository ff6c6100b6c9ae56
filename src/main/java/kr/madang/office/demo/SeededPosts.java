package kr.madang.office.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.office.Span;
import kr.madang.office.staffing.Kind;
import kr.madang.office.staffing.Layout;
import kr.madang.office.staffing.Rank;
import org.jspecify.annotations.Nullable;

/** The posts of the section from 2011 on, so that both reports' authorized numbers come out by counting. */
final class SeededPosts {
    private static final LocalDate MONITORING_LEFT = LocalDate.of(2016, 12, 31);

    /** One shape of a post over time. */
    record Shape(@Nullable String team, String title, Rank rank, Span span) {}

    /** A chair: its shapes, and the ranks its holders must have on the report days where these differ from the post's. */
    record Chair(
            UUID id,
            String code,
            List<Shape> shapes,
            @Nullable Rank in2013,
            @Nullable Rank in2023,
            boolean vacant2013) {
        LocalDate opened() {
            return shapes.getFirst().span.from();
        }

        @Nullable
        LocalDate closed() {
            return shapes.getLast().span.to();
        }

        Rank rankOn(LocalDate day) {
            return shapes.stream().filter(s -> s.span.contains(day)).findFirst().orElseThrow().rank;
        }
    }

    private final Draw draw;
    private final List<Chair> chairs = new ArrayList<>();

    SeededPosts(Draw draw) {
        this.draw = draw;
    }

    List<Chair> plan() {
        chair(null, "과장", general("5급"));
        for (var team : List.of("press", "media", "computing", "telecom")) chair(team, "팀장", general("6급"));
        chairFrom(SeededOrganization.REFORM, "planning", "팀장", general("6급"), null);
        sevenths();
        eighths();
        ninths();
        contracts();
        return chairs;
    }

    private void sevenths() {
        // two of the seventh grade are still held by eighths in 2013
        for (var team : List.of("press", "media", "computing", "computing", "telecom"))
            chair(team, "주무관", general("7급"));
        add(List.of(always("computing", general("7급"))), general("8급"), null, false);
        add(List.of(always("media", general("7급"))), general("8급"), null, false);
        moved("press", "planning", general("7급"));
        closing("telecom", general("7급"), MONITORING_LEFT);
        closing("telecom", general("7급"), MONITORING_LEFT);
    }

    private void eighths() {
        for (var team : List.of("media", "computing", "computing", "telecom", "telecom"))
            chair(team, "주무관", general("8급"));
        moved("press", "planning", general("8급"));
        chairFrom(SeededOrganization.REFORM, "press", "주무관", general("8급"), general("9급"));
        chairFrom(SeededOrganization.REFORM, "computing", "주무관", general("8급"), null);
    }

    private void ninths() {
        for (var team : List.of("media", "computing", "telecom")) chair(team, "주무관", general("9급"));
        add(List.of(until("press", general("9급"), before())), general("8급"), null, false);
        closing("telecom", general("9급"), before());
    }

    /** Contract staff, whom the law turned into term staff on 12 December 2013. */
    private void contracts() {
        contract("media", "다급", "7급", null, false);
        contract("media", "라급", "8급", null, false);
        contract("media", "마급", "9급", null, false);
        contract("computing", "마급", "9급", null, false);
        contract("press", "마급", "9급", before(), true);
        chairFrom(SeededOrganization.REFORM, "media", "전문요원", new Rank(Kind.TERM, "7급"), null);
    }

    private void contract(String team, String letter, String grade, @Nullable LocalDate last, boolean vacant) {
        add(
                List.of(
                        new Shape(
                                team,
                                "전문요원",
                                new Rank(Kind.CONTRACT, letter),
                                new Span(SeededOrganization.OPENED, Layout.TERM_STAFF_SINCE.minusDays(1))),
                        new Shape(team, "전문요원", new Rank(Kind.TERM, grade), new Span(Layout.TERM_STAFF_SINCE, last))),
                null,
                null,
                vacant);
    }

    private void chair(@Nullable String team, String title, Rank rank) {
        add(List.of(new Shape(team, title, rank, Span.since(SeededOrganization.OPENED))), null, null, false);
    }

    private void chairFrom(LocalDate from, String team, String title, Rank rank, @Nullable Rank in2023) {
        add(List.of(new Shape(team, title, rank, Span.since(from))), null, in2023, false);
    }

    private void moved(String before, String after, Rank rank) {
        add(
                List.of(
                        new Shape(before, "주무관", rank, SeededOrganization.before()),
                        new Shape(after, "주무관", rank, SeededOrganization.after())),
                null,
                null,
                false);
    }

    private void closing(String team, Rank rank, LocalDate last) {
        add(List.of(until(team, rank, last)), null, null, false);
    }

    private static Shape always(String team, Rank rank) {
        return new Shape(team, "주무관", rank, Span.since(SeededOrganization.OPENED));
    }

    private static Shape until(String team, Rank rank, LocalDate last) {
        return new Shape(team, "주무관", rank, new Span(SeededOrganization.OPENED, last));
    }

    private void add(List<Shape> shapes, @Nullable Rank in2013, @Nullable Rank in2023, boolean vacant2013) {
        var code = "YD-%02d".formatted(chairs.size() + 1);
        chairs.add(new Chair(id(shapes.getFirst().span.from()), code, shapes, in2013, in2023, vacant2013));
    }

    static Rank general(String grade) {
        return new Rank(Kind.GENERAL, grade);
    }

    private static LocalDate before() {
        return SeededOrganization.REFORM.minusDays(1);
    }

    private UUID id(LocalDate day) {
        return draw.id(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
