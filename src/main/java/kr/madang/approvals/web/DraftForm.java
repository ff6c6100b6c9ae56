package kr.madang.approvals.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Role;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.approvals.text.Gist;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;

/** Reads the drafting form (기안 양식) and fills it with what stands on a paper. */
final class DraftForm {
    static final int REVIEWERS = 3;
    static final int CONCURRING = 2;

    private DraftForm() {}

    /** Summary and keywords left empty are proposed from the text. */
    static Content content(Form form) {
        var title = form.value("title");
        var text = raw(form, "text");
        var summary = form.value("summary");
        var keywords = words(form.value("keywords"));
        if (!title.isEmpty() && !text.isBlank() && (summary.isEmpty() || keywords.isEmpty())) {
            var gist = Gist.of(title, text);
            if (summary.isEmpty()) summary = gist.summary();
            if (keywords.isEmpty()) keywords = gist.keywords();
        }
        return new Content(title, text, summary, keywords, List.of());
    }

    /** A draft text keeps its blanks; browsers send line ends of two characters. */
    private static String raw(Form form, String field) {
        var sent = form.values(field);
        return sent.isEmpty() ? "" : sent.getFirst().replace("\r\n", "\n").stripTrailing();
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split("[,\n]"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    static Filing filing(Form form) {
        var retention = Arrays.stream(Retention.values())
                .filter(r -> r.word().equals(form.value("retention")))
                .findFirst()
                .orElse(Retention.YEARS_5);
        var disclosure =
                switch (form.value("disclosure")) {
                    case "closed" -> Disclosure.closed(grounds(form.value("grounds")));
                    case "partly" -> Disclosure.partly(grounds(form.value("grounds")), form.value("parts"));
                    default -> Disclosure.OPEN;
                };
        return new Filing(
                DocumentKind.GENERAL,
                null,
                "",
                null,
                disclosure,
                new UnitTask(form.value("unittask"), form.value("unittasktitle"), retention));
    }

    private static List<Integer> grounds(String typed) {
        try {
            return Arrays.stream(typed.split("[,\\s]+"))
                    .filter(n -> !n.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw Refused.invalid("kernel.number.unreadable", typed);
        }
    }

    static Route route(Form form) {
        var stages = new ArrayList<Stage>();
        for (int i = 0; i < REVIEWERS; i++) person(form, "review" + i).ifPresent(p -> stages.add(Stage.review(p)));
        var together = new ArrayList<Person>();
        for (int i = 0; i < CONCURRING; i++) person(form, "concur" + i).ifPresent(together::add);
        if (!together.isEmpty()) stages.add(new Stage(Role.CONCUR, together));
        var approver = person(form, "approver").orElseThrow(() -> Refused.invalid("approvals.draft.approver"));
        return Route.of(stages, approver);
    }

    private static java.util.Optional<Person> person(Form form, String field) {
        var key = form.value(field);
        return key.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(new Person(key));
    }

    /** The values of the form as a paper has them. */
    static Form filled(Version version, Filing filing, Route route) {
        var values = new LinkedHashMap<String, String>();
        values.put("title", version.title());
        values.put("text", version.text());
        values.put("summary", version.summary());
        values.put("keywords", String.join(", ", version.keywords()));
        put(values, filing);
        put(values, route);
        return Form.of(values);
    }

    private static void put(Map<String, String> values, Filing filing) {
        values.put("disclosure", filing.disclosure().kind().word());
        values.put(
                "grounds",
                filing.disclosure().grounds().stream()
                        .map(String::valueOf)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
        values.put("parts", filing.disclosure().closedParts());
        values.put("unittask", filing.unitTask().code());
        values.put("unittasktitle", filing.unitTask().title());
        values.put("retention", filing.unitTask().retention().word());
    }

    /** A line with more steps than the form has fields keeps those it can show. */
    static void put(Map<String, String> values, Route route) {
        int review = 0;
        int concur = 0;
        for (var stage : route.stages())
            for (var person : stage.people())
                if (stage.role() == Role.REVIEW) values.put("review" + review++, person.key());
                else values.put("concur" + concur++, person.key());
        values.put("approver", route.approver().key());
    }
}
