package kr.madang.approvals.desk;

import java.util.List;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Role;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.line.Terms;
import tools.jackson.databind.json.JsonMapper;

/** Lines and lists of attachments as the database keeps them (결재선 보존 형식); what is read back says what was written. */
final class LineText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Step(String role, List<String> people) {}

    private record Written(
            String drafter,
            List<Step> stages,
            String approver,
            List<String> circulation,
            boolean delegated,
            boolean alone,
            boolean reviewed,
            boolean important) {}

    private LineText() {}

    static String of(Line line) {
        var terms = line.terms();
        return JSON.writeValueAsString(new Written(
                line.drafter().key(),
                line.stages().stream()
                        .map(stage -> new Step(stage.role().name(), keys(stage.people())))
                        .toList(),
                line.approver().key(),
                keys(line.circulation()),
                terms.delegated(),
                terms.alone(),
                terms.reviewed(),
                terms.important()));
    }

    static Line line(String text) {
        var w = JSON.readValue(text, Written.class);
        return new Line(
                new Person(w.drafter),
                w.stages.stream()
                        .map(step -> new Stage(Role.valueOf(step.role), people(step.people)))
                        .toList(),
                new Person(w.approver),
                people(w.circulation),
                new Terms(w.delegated, w.alone, w.reviewed, w.important));
    }

    static String of(List<Attachment> attachments) {
        return JSON.writeValueAsString(attachments);
    }

    static List<Attachment> attachments(String text) {
        return List.of(JSON.readValue(text, Attachment[].class));
    }

    private static List<String> keys(List<Person> people) {
        return people.stream().map(Person::key).toList();
    }

    private static List<Person> people(List<String> keys) {
        return keys.stream().map(Person::new).toList();
    }
}
