package kr.madang.office.demo;

import static kr.madang.office.demo.Sower.row;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.office.Span;
import kr.madang.office.staffing.Kind;
import kr.madang.office.staffing.Layout;
import kr.madang.office.staffing.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Posts and people from 2011 on. Every post is a chain of holders who come and go on the usual days (1 January, 1 July); on the days
 * of the two reports each holder has the rank their staffing tables count.
 */
final class SeededStaffing {
    static final LocalDate REPORT_2013 = LocalDate.of(2013, 2, 22);
    static final LocalDate REPORT_2023 = LocalDate.of(2023, 5, 31);
    private static final LocalDate HORIZON = LocalDate.of(2023, 12, 31);

    /** Somebody's time on a chair; ranks are the steps of their grade from the first day on. */
    private record Stay(
            SeededPosts.@Nullable Chair chair,
            @Nullable String team,
            Span span,
            Rank rank,
            @Nullable LocalDate promoted) {}

    /** Somebody who works here, until which day, and with which rank at the end. */
    private static final class Worker {
        final UUID id;
        final List<Map<String, @Nullable Object>> grades = new ArrayList<>();
        Rank rank;
        LocalDate since;

        @Nullable
        LocalDate until;

        Worker(UUID id, Rank rank, LocalDate since) {
            this.id = id;
            this.rank = rank;
            this.since = since;
        }
    }

    private final Draw draw;
    private final SeededOrganization organization;
    private final List<Map<String, @Nullable Object>> people = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> grades = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> appointments = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    SeededStaffing(Draw draw, SeededOrganization organization) {
        this.draw = draw;
        this.organization = organization;
    }

    int sow(Sower sower) {
        var chairs = new SeededPosts(draw).plan();
        var posts = new ArrayList<Map<String, @Nullable Object>>();
        var terms = new ArrayList<Map<String, @Nullable Object>>();
        for (var chair : chairs) {
            posts.add(row("id", chair.id(), "code", chair.code()));
            for (var s : chair.shapes())
                terms.add(row(
                        "id", id(s.span().from()),
                        "post_id", chair.id(),
                        "team_id", s.team() == null ? null : organization.team(s.team()),
                        "title", s.title(),
                        "kind", s.rank().kind(),
                        "grade", s.rank().grade(),
                        "valid", s.span().range()));
        }
        var stays = new ArrayList<Stay>();
        for (var chair : chairs) stays.addAll(chain(chair));
        stays.addAll(aboveAuthorized());
        stays.sort(Comparator.comparing((Stay s) -> s.span.from()));
        stays.forEach(this::seat);
        for (var worker : workers) {
            endGrade(worker, worker.until);
            grades.addAll(worker.grades);
        }
        sower.sow("post", posts);
        sower.sow("post_term", terms);
        sower.sow("person", people);
        sower.sow("person_grade", grades);
        sower.sow("appointment", appointments);
        return people.size();
    }

    // ------------------------------------------------------------------ people

    /** Holders of a chair one after another, now and then with half a year's gap. */
    private List<Stay> chain(SeededPosts.Chair chair) {
        var stays = new ArrayList<Stay>();
        var from = chair.opened();
        while (from.isBefore(HORIZON) && (chair.closed() == null || !from.isAfter(chair.closed()))) {
            var last = last(chair, from);
            stays.add(stay(chair, new Span(from, last)));
            if (last == null) break;
            from = last.plusDays(1);
            if (chair.vacant2013() && last.equals(LocalDate.of(2012, 12, 31))) from = LocalDate.of(2013, 7, 1);
            else if (draw.chance(0.15) && !reportWithin(from)) from = from.plusMonths(6);
        }
        return stays;
    }

    private @Nullable LocalDate last(SeededPosts.Chair chair, LocalDate from) {
        var last = halfYearEnd(from.plusMonths(6L * draw.between(3, 7) - 1));
        var emptied = LocalDate.of(2012, 12, 31);
        if (chair.vacant2013() && from.isBefore(emptied) && last.isAfter(emptied)) last = emptied;
        var closed = chair.closed();
        if (closed != null && !last.isBefore(closed)) return closed;
        return last.isBefore(HORIZON) ? last : closed;
    }

    private static LocalDate halfYearEnd(LocalDate day) {
        return day.getMonthValue() <= 6 ? LocalDate.of(day.getYear(), 6, 30) : LocalDate.of(day.getYear(), 12, 31);
    }

    private static boolean reportWithin(LocalDate from) {
        var gap = new Span(from, from.plusMonths(6));
        return gap.contains(REPORT_2013) || gap.contains(REPORT_2023);
    }

    private Stay stay(SeededPosts.Chair chair, Span span) {
        var rank = chair.rankOn(span.from());
        var other = span.contains(REPORT_2013) ? chair.in2013() : span.contains(REPORT_2023) ? chair.in2023() : null;
        if (other != null) {
            var step = (span.contains(REPORT_2013) ? REPORT_2013 : REPORT_2023).getYear();
            var promoted = LocalDate.of(step, 7, 1);
            boolean below = Rank.grades(rank.kind()).indexOf(other.grade())
                    > Rank.grades(rank.kind()).indexOf(rank.grade());
            return new Stay(chair, null, span, other, below && span.contains(promoted) ? promoted : null);
        }
        return new Stay(chair, null, span, rank, null);
    }

    /** People of the sixth grade for whom there was no post in 2023 (정원 외). */
    private List<Stay> aboveAuthorized() {
        var stays = new ArrayList<Stay>();
        var since = LocalDate.of(2021, 7, 1);
        for (var team : List.of("press", "media", "computing", "telecom")) {
            stays.add(new Stay(null, team, new Span(since, null), SeededPosts.general("6급"), null));
            since = since.plusMonths(6);
        }
        stays.add(new Stay(
                null,
                "telecom",
                new Span(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 6, 30)),
                SeededPosts.general("7급"),
                null));
        return stays;
    }

    private void seat(Stay stay) {
        var worker = worker(stay);
        var chair = stay.chair;
        appointments.add(row(
                "id",
                id(stay.span.from()),
                "person_id",
                worker.id,
                "post_id",
                chair == null ? null : chair.id(),
                "team_id",
                stay.team == null ? null : organization.team(stay.team),
                "concurrent",
                false,
                "reason",
                chair == null ? "정원 외 배치" : "정기인사",
                "valid",
                stay.span.range()));
        if (stay.rank.kind() == Kind.CONTRACT && stay.span.contains(Layout.TERM_STAFF_SINCE) && chair != null)
            regrade(worker, chair.rankOn(Layout.TERM_STAFF_SINCE), Layout.TERM_STAFF_SINCE);
        if (stay.promoted != null && chair != null) regrade(worker, chair.rankOn(stay.promoted), stay.promoted);
        worker.until = stay.span.to();
    }

    /** Somebody whose last seat ended the day before and who has the right rank, or somebody new. */
    private Worker worker(Stay stay) {
        for (var worker : workers)
            if (worker.until != null
                    && worker.until.plusDays(1).equals(stay.span.from())
                    && worker.rank.equals(stay.rank)
                    && draw.chance(0.4)) return worker;
        var from = stay.span.from();
        var worker = new Worker(id(from), stay.rank, from);
        people.add(row("id", worker.id, "number", "M%04d".formatted(people.size() + 1), "name", draw.name()));
        workers.add(worker);
        return worker;
    }

    private void regrade(Worker worker, Rank rank, LocalDate from) {
        endGrade(worker, from.minusDays(1));
        worker.rank = rank;
        worker.since = from;
    }

    private void endGrade(Worker worker, @Nullable LocalDate last) {
        worker.grades.add(row(
                "id", id(worker.since),
                "person_id", worker.id,
                "kind", worker.rank.kind(),
                "grade", worker.rank.grade(),
                "valid", new Span(worker.since, last).range()));
    }

    private UUID id(LocalDate day) {
        return draw.id(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
