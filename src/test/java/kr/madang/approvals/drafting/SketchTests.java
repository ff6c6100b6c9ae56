package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.drafting.Sketch.Part;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.line.Terms;
import kr.madang.kernel.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SketchTests {
    private static final Person ME = person(0);
    private static final Person A = person(1);
    private static final Person B = person(2);
    private static final Person C = person(3);
    private static final Person D = person(4);

    private static Person person(int n) {
        return Person.of(new UUID(0, n));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static Sketch line() {
        return Sketch.EMPTY
                .plus(Part.REVIEW, A)
                .plus(Part.CONCUR, B)
                .plus(Part.TOGETHER, C)
                .plus(Part.APPROVE, D);
    }

    @Test
    void aSketchBecomesTheRouteItShows() {
        var route = line().plus(Part.CIRCULATE, B).route();
        assertThat(route).isEqualTo(new Route(List.of(Stage.review(A), Stage.concur(B, C)), D, List.of(B)));
        assertThat(Sketch.of(route).route()).isEqualTo(route);
    }

    @Test
    void parallelConcurrencesBesideEachOtherStayTwo() {
        var route = Route.of(List.of(Stage.concur(A, B), Stage.concur(C)), D);
        assertThat(Sketch.parse(Sketch.of(route).text()).route()).isEqualTo(route);
    }

    @Test
    void theApproverStaysBehindAllOthersWheneverTheyCome() {
        var late = line().plus(Part.REVIEW, person(9));
        assertThat(late.rows().getLast().part()).isEqualTo(Part.APPROVE);
        assertThat(late.mayFall(late.rows().size() - 2)).isFalse();
    }

    @Test
    void aSecondApproverTakesThePlaceOfTheFirst() {
        assertThat(line().plus(Part.APPROVE, ME).approver()).contains(ME);
        assertThat(line().plus(Part.APPROVE, ME).people(Part.APPROVE)).hasSize(1);
    }

    @Test
    void somebodySeatedAlreadyMovesInsteadOfSittingTwice() {
        var moved = line().plus(Part.REVIEW, D);
        assertThat(moved.approver()).isEmpty();
        assertThat(moved.people(Part.REVIEW)).containsExactly(A, D);
        assertThat(line().plus(Part.CIRCULATE, A).people(Part.REVIEW)).containsExactly(A);
    }

    @Test
    void whoActedTogetherWithOneThatGoesStillStandsApartFromThoseAbove() {
        var two = Sketch.EMPTY.plus(Part.CONCUR, D).plus(Part.CONCUR, A).plus(Part.TOGETHER, B);
        assertThat(two.without(1).plus(Part.APPROVE, C).route().stages())
                .containsExactly(Stage.concur(D), Stage.concur(B));
        assertThat(two.plus(Part.REVIEW, A).plus(Part.APPROVE, C).route().stages())
                .containsExactly(Stage.concur(D), Stage.concur(B), Stage.review(A));
    }

    @Test
    void movingUpAndDownKeepsThePeople() {
        assertThat(line().up(1).people(Part.REVIEW)).containsExactly(A);
        assertThat(line().up(1).rows().getFirst().person()).isEqualTo(B);
        var below = line().down(0);
        assertThat(below.plus(Part.APPROVE, D).route().stages())
                .as("a review passes those who act together as one")
                .containsExactly(Stage.concur(B, C), Stage.review(A));
        assertThat(below.up(2)).isEqualTo(line());
        assertThat(line().up(2).route().stages()).containsExactly(Stage.review(A), Stage.concur(C, B));
        assertThat(line().up(0)).isEqualTo(line());
    }

    @Test
    void aConcurrenceJoinsAndLeaves() {
        var apart = line().joined(2);
        assertThat(apart.route().stages()).containsExactly(Stage.review(A), Stage.concur(B), Stage.concur(C));
        assertThat(apart.joined(2)).isEqualTo(line());
        assertThat(line().joined(0)).isEqualTo(line());
    }

    @Test
    void aLineWithoutApproverIsRefusedOnlyWhenUsed() {
        var open = Sketch.EMPTY.plus(Part.REVIEW, A);
        refused("approvals.draft.approver", open::route);
    }

    @Test
    void aForgedLineIsRefused() {
        for (var text : List.of(
                "boss:" + A,
                "review",
                "review:not-a-person",
                "approve:" + A + " approve:" + B,
                "review:" + A + " ".repeat(5) + ":",
                "<script>alert(1)</script>")) refused("approvals.sketch.unreadable", () -> Sketch.parse(text));
        for (var step : List.of("up", "up:x", "up:99", "drop:-1", "add.boss:" + A, "add.review:x", "fly:1", ""))
            refused("approvals.sketch.unreadable", () -> line().step(step));
        var crowd = IntStream.range(0, 3_000)
                .mapToObj(n -> "circulate:" + person(n))
                .toList();
        refused("approvals.sketch.unreadable", () -> Sketch.parse(String.join(" ", crowd)));
    }

    @Test
    void aForgedLineWithOneselfTwiceBreaksTheRulesOfTheLine() {
        var twice =
                Sketch.parse("review:" + A + " concur:" + A + " approve:" + D).route();
        refused("approvals.line.twice", () -> line(twice));
        var own = Sketch.parse("review:" + ME + " approve:" + D).route();
        refused("approvals.line.drafter", () -> line(own));
    }

    private static Line line(Route route) {
        return new Line(
                ME, route.stages(), route.approver(), route.circulation(), new Terms(true, false, false, false));
    }

    @Test
    void anyRowOfStepsLeavesALineThatReadsBackAsItself() {
        var draw = new Random(20261122);
        var sketch = Sketch.EMPTY;
        for (int n = 0; n < 20_000; n++) {
            int size = sketch.rows().size();
            sketch = switch (draw.nextInt(6)) {
                case 0, 1 -> sketch.plus(Part.values()[draw.nextInt(5)], person(1 + draw.nextInt(12)));
                case 2 -> size == 0 ? sketch : sketch.up(draw.nextInt(size));
                case 3 -> size == 0 ? sketch : sketch.down(draw.nextInt(size));
                case 4 -> size == 0 ? sketch : sketch.joined(draw.nextInt(size));
                default -> size == 0 ? sketch : sketch.without(draw.nextInt(size));
            };
            assertThat(Sketch.parse(sketch.text())).isEqualTo(sketch);
            if (sketch.approver().isPresent()) {
                assertThat(Sketch.of(sketch.route())).isEqualTo(sketch);
                line(sketch.route());
            }
        }
    }
}
