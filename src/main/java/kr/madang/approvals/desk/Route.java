package kr.madang.approvals.desk;

import java.util.List;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.line.Terms;

/** The way a drafter wishes for a paper (결재선 지정); its terms are the office's business. */
public record Route(List<Stage> stages, Person approver, List<Person> circulation) {
    public Route {
        stages = List.copyOf(stages);
        circulation = List.copyOf(circulation);
    }

    public static Route of(List<Stage> stages, Person approver) {
        return new Route(stages, approver, List.of());
    }

    public static Route of(Line line) {
        return new Route(line.stages(), line.approver(), line.circulation());
    }

    Line line(Person drafter, Terms terms) {
        return new Line(drafter, stages, approver, circulation, terms);
    }
}
