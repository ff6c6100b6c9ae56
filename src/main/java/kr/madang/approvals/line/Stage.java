package kr.madang.approvals.line;

import java.util.HashSet;
import java.util.List;
import kr.madang.kernel.Refused;

/**
 * One step of the line before the approval (결재 단계): a review by one person, or the concurrence of one or several at once. Serial
 * concurrence is several stages.
 *
 * @param role {@link Role#REVIEW} or {@link Role#CONCUR}
 */
public record Stage(Role role, List<Person> people) {
    public Stage {
        people = List.copyOf(people);
        if (role != Role.REVIEW && role != Role.CONCUR) throw Refused.invalid("approvals.line.role", role.title());
        if (people.isEmpty()) throw Refused.invalid("approvals.line.empty", role.title());
        if (role == Role.REVIEW && people.size() > 1) throw Refused.invalid("approvals.line.parallel");
        if (new HashSet<>(people).size() < people.size()) throw Refused.invalid("approvals.line.twice");
    }

    public static Stage review(Person person) {
        return new Stage(Role.REVIEW, List.of(person));
    }

    public static Stage concur(Person... together) {
        return new Stage(Role.CONCUR, List.of(together));
    }
}
