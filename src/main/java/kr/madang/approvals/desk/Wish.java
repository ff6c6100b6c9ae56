package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.function.BiFunction;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;

/** What somebody wants done with a paper (처리 요청), with all that is needed to judge it on another thread. */
sealed interface Wish {
    Trail.Hand hand();

    Paper.Id paper();

    default Person person() {
        return Person.of(hand().by().id());
    }

    /** 기안. */
    record Draft(
            Trail.Hand hand,
            Paper.Id paper,
            Content content,
            Filing filing,
            Route route,
            PaperView.@Nullable Origin origin)
            implements Wish {}

    /** @param act for the person, at the moment it is judged */
    record Doing(Trail.Hand hand, Paper.Id paper, BiFunction<Person, Instant, Act> act) implements Wish {}

    /** 상신. @param hash of the content to be sent on its way */
    record Submit(Trail.Hand hand, Paper.Id paper, String hash, String words) implements Wish {}
}
