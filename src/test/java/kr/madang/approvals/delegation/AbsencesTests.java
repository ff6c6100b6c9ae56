package kr.madang.approvals.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.StandIn;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbsencesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Person A = new Person("a");
    private static final Person B = new Person("b");
    private static final Person C = new Person("c");
    private static final Absences NONE = new Absences(List.of(), Map.of());

    private static Absence absence(Person who, @Nullable Person deputy, int from, int to) {
        return new Absence(who, new Period(DAY.plusDays(from), DAY.plusDays(to)), Absence.Cause.TRIP, deputy);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThat(catchThrowableOfType(Refused.class, act))
                .extracting(Refused::code)
                .isEqualTo(code);
    }

    private static String broken(StandIn found) {
        return found instanceof StandIn.Broken(Refused why) ? why.code() : found.toString();
    }

    @Test
    void theDeputyActsOnTheDaysOfTheAbsence() {
        var calendar = NONE.plus(absence(A, B, 0, 2));
        assertThat(calendar.standIn(A, DAY.minusDays(1))).isEqualTo(new StandIn.Present());
        assertThat(calendar.standIn(A, DAY)).isEqualTo(new StandIn.Deputy(B, List.of(A, B)));
        assertThat(calendar.standIn(A, DAY.plusDays(2))).isEqualTo(new StandIn.Deputy(B, List.of(A, B)));
        assertThat(calendar.standIn(A, DAY.plusDays(3))).isEqualTo(new StandIn.Present());
    }

    @Test
    void anAbsentDeputyIsFollowedByHisOwn() {
        var calendar = NONE.plus(absence(A, B, 0, 2)).plus(absence(B, C, 1, 1));
        assertThat(calendar.standIn(A, DAY.plusDays(1))).isEqualTo(new StandIn.Deputy(C, List.of(A, B, C)));
    }

    @Test
    void deputiesInACircleAreRefused() {
        refused("approvals.absence.self", () -> absence(A, A, 0, 0));
        var calendar = NONE.plus(absence(A, B, 0, 9));
        refused("approvals.deputy.circular", () -> calendar.plus(absence(B, A, 0, 0)));
        var three = calendar.plus(absence(B, C, 5, 5));
        refused("approvals.deputy.circular", () -> three.plus(absence(C, A, 0, 6)));
        assertThat(three.plus(absence(C, A, 6, 6)).all()).hasSize(3);
        var written = new Absences(List.of(absence(A, B, 0, 0), absence(B, A, 0, 0)), Map.of());
        assertThat(broken(written.standIn(A, DAY))).isEqualTo("approvals.deputy.circular");
    }

    @Test
    void theStandingDeputyActsWhereNoneIsNamed() {
        var calendar = new Absences(List.of(absence(A, null, 0, 0), absence(B, null, 1, 1)), Map.of(A, B));
        assertThat(calendar.standIn(A, DAY)).isEqualTo(new StandIn.Deputy(B, List.of(A, B)));
        assertThat(broken(calendar.standIn(B, DAY.plusDays(1)))).isEqualTo("approvals.deputy.none");
    }

    @Test
    void aLongChainIsNotFollowed() {
        var people = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> new Person("p" + i))
                .toList();
        var absences = new ArrayList<Absence>();
        for (int i = 0; i < 4; i++) absences.add(absence(people.get(i), people.get(i + 1), 0, 0));
        var calendar = new Absences(absences, Map.of());
        assertThat(broken(calendar.standIn(people.get(0), DAY))).isEqualTo("approvals.deputy.deep");
        assertThat(calendar.standIn(people.get(1), DAY)).isInstanceOf(StandIn.Deputy.class);
    }

    @Test
    void nobodyIsAbsentTwiceOnADay() {
        var calendar = NONE.plus(absence(A, B, 0, 3));
        refused("approvals.absence.overlap", () -> calendar.plus(absence(A, C, 3, 4)));
        assertThat(calendar.plus(absence(A, C, 4, 4)).all()).hasSize(2);
    }

    @Test
    void noCalendarMadeByAddingHoldsACircle() {
        var random = new SplittableRandom(8);
        for (int round = 0; round < 300; round++) {
            var calendar = NONE;
            for (int i = 0; i < 25; i++) {
                int from = random.nextInt(10);
                var who = new Person("p" + random.nextInt(6));
                var deputy = new Person("p" + random.nextInt(6));
                if (who.equals(deputy)) continue;
                try {
                    calendar = calendar.plus(absence(who, deputy, from, from + random.nextInt(5)));
                } catch (Refused refused) {
                    assertThat(refused.code()).isIn("approvals.absence.overlap", "approvals.deputy.circular");
                }
            }
            for (int day = 0; day < 15; day++)
                for (int p = 0; p < 6; p++) sound(calendar.standIn(new Person("p" + p), DAY.plusDays(day)));
        }
    }

    private static void sound(StandIn found) {
        if (found instanceof StandIn.Deputy deputy)
            assertThat(new HashSet<>(deputy.path())).hasSameSizeAs(deputy.path());
        if (found instanceof StandIn.Broken(Refused why))
            assertThat(why.code()).isNotEqualTo("approvals.deputy.circular");
    }
}
