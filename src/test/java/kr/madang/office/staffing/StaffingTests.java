package kr.madang.office.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.office.Span;
import kr.madang.office.staffing.Postings.Place;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The staffing table against a brute-force count, on random histories and on every kind of overlap. */
@OfficeTest
class StaffingTests {
    private static final Actor BY = Actor.SYSTEM;
    private static final Rank SEVENTH = new Rank(Kind.GENERAL, "7급");
    private static final Rank EIGHTH = new Rank(Kind.GENERAL, "8급");

    @Autowired
    Postings postings;

    @Autowired
    Staffing staffing;

    private static String code() {
        return "T-"
                + Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()), 36)
                        .toUpperCase()
                        .substring(0, 10);
    }

    private UUID post(Rank rank, LocalDate from) {
        return postings.openPost(BY, code(), null, "주무관", rank, from);
    }

    private UUID person(Rank rank, LocalDate from) {
        return postings.join(BY, code(), "시험 직원", rank, from);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void nobodySitsOnTwoSeatsExceptConcurrentlyAndNoSeatHoldsTwo() {
        var from = LocalDate.of(2051, 1, 1);
        var first = post(SEVENTH, from);
        var second = post(SEVENTH, from);
        var someone = person(SEVENTH, from);
        var other = person(EIGHTH, from);
        var span = new Span(from, LocalDate.of(2051, 6, 30));
        postings.appoint(BY, someone, new Place.OnPost(first), span, false, "");
        refused(
                "office.appointment.person",
                () -> postings.appoint(BY, someone, new Place.OnPost(second), span, false, ""));
        refused("office.appointment.post", () -> postings.appoint(BY, other, new Place.OnPost(first), span, false, ""));
        postings.appoint(BY, someone, new Place.OnPost(second), span, true, "");
        refused(
                "office.appointment.post",
                () -> postings.appoint(BY, other, new Place.OnPost(second), span, false, ""));
        assertThat(count(staffing.heads(LocalDate.of(2051, 3, 1), null, null), someone))
                .isEqualTo(1);
        refused("office.post.held", () -> postings.closePost(BY, first, LocalDate.of(2051, 6, 1)));
        postings.closePost(BY, first, LocalDate.of(2051, 6, 30));
        refused(
                "office.post.gone",
                () -> postings.appoint(
                        BY, other, new Place.OnPost(first), Span.since(LocalDate.of(2051, 7, 1)), false, ""));
        refused(
                "office.person.gone",
                () -> postings.appoint(BY, other, new Place.OnPost(second), Span.since(from.minusDays(1)), false, ""));
    }

    private static int count(List<Head> heads, UUID person) {
        return (int) heads.stream().filter(h -> h.person().equals(person)).count();
    }

    @Test
    void movingLeavesNoDayWithoutASeatAndNoneWithTwo() {
        var from = LocalDate.of(2052, 1, 1);
        var first = post(SEVENTH, from);
        var second = post(EIGHTH, from);
        var someone = person(EIGHTH, from);
        postings.appoint(BY, someone, new Place.OnPost(first), Span.since(from), false, "");
        postings.move(BY, someone, new Place.OnPost(second), LocalDate.of(2052, 7, 1), "");
        postings.promote(BY, someone, SEVENTH, LocalDate.of(2052, 9, 1));
        refused("office.person.later", () -> postings.leave(BY, someone, LocalDate.of(2052, 5, 1)));
        postings.leave(BY, someone, LocalDate.of(2052, 12, 31));
        for (var day = from; day.isBefore(LocalDate.of(2053, 1, 1)); day = day.plusDays(1))
            assertThat(count(staffing.heads(day, null, null), someone))
                    .as("" + day)
                    .isEqualTo(1);
        assertThat(count(staffing.heads(LocalDate.of(2053, 1, 1), null, null), someone))
                .isZero();
        assertThat(staffing.heads(LocalDate.of(2052, 8, 31), null, "8급"))
                .anyMatch(h -> h.person().equals(someone));
        assertThat(staffing.heads(LocalDate.of(2052, 9, 1), null, "7급"))
                .anyMatch(h -> h.person().equals(someone));
    }

    private record Chair(UUID id, Rank rank, Span span) {}

    private record Stay(UUID person, Rank rank, @Nullable UUID post, Span span) {}

    @Test
    void theTableIsTheCountOfRandomHistories() {
        var random = new SplittableRandom(17);
        var start = LocalDate.of(2060, 1, 1);
        var chairs = new ArrayList<Chair>();
        for (int i = 0; i < 12; i++) {
            var rank = new Rank(Kind.GENERAL, random.nextBoolean() ? "7급" : "8급");
            var from = start.plusDays(random.nextInt(200));
            var id = post(rank, from);
            chairs.add(new Chair(id, rank, Span.since(from)));
        }
        var stays = new ArrayList<Stay>();
        for (int i = 0; i < 60; i++) {
            var rank = new Rank(Kind.GENERAL, random.nextBoolean() ? "7급" : "9급");
            var from = start.plusDays(random.nextInt(600));
            var span = new Span(from, from.plusDays(random.nextInt(200)));
            var chair = chairs.get(random.nextInt(chairs.size()));
            var someone = person(rank, from);
            boolean free = !from.isBefore(chair.span().from())
                    && stays.stream()
                            .noneMatch(
                                    s -> chair.id().equals(s.post()) && s.span().overlaps(span));
            if (free) {
                postings.appoint(BY, someone, new Place.OnPost(chair.id()), span, false, "");
                stays.add(new Stay(someone, rank, chair.id(), span));
            } else
                assertThatThrownBy(() -> postings.appoint(BY, someone, new Place.OnPost(chair.id()), span, false, ""))
                        .isInstanceOf(Refused.class);
        }
        assertThat(stays).hasSizeGreaterThan(10);
        for (int round = 0; round < 60; round++) {
            var day = start.plusDays(random.nextInt(800));
            for (var grade : List.of("7급", "8급", "9급")) {
                var mine = staffing.seats(day, null, grade).stream()
                        .filter(s -> chairs.stream().anyMatch(c -> c.id().equals(s.post())))
                        .count();
                assertThat(mine)
                        .isEqualTo(chairs.stream()
                                .filter(c -> c.rank().grade().equals(grade)
                                        && c.span().contains(day))
                                .count());
                var people = staffing.heads(day, null, grade).stream()
                        .filter(h -> stays.stream().anyMatch(s -> s.person().equals(h.person())))
                        .count();
                assertThat(people)
                        .isEqualTo(stays.stream()
                                .filter(s -> s.rank().grade().equals(grade)
                                        && s.span().contains(day))
                                .count());
            }
            var table = staffing.table(day, Layout.TERM_ERA);
            assertThat(table.columns().stream().mapToInt(c -> c.cell().actual()).sum()
                            + table.others().actual())
                    .isEqualTo(table.total().actual());
        }
    }
}
