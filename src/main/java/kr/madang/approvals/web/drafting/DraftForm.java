package kr.madang.approvals.web.drafting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.drafting.Sketch;
import kr.madang.approvals.drafting.Starter;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.records.UnitTask;
import kr.madang.approvals.text.Gist;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads the drafting form (기안 양식) and fills it with what stands on a paper. */
final class DraftForm {
    private DraftForm() {}

    /** Summary and keywords left empty are proposed from the text. */
    static Content content(Form form, List<Attachment> attachments) {
        var title = form.value("title");
        var text = text(form);
        var summary = form.value("summary");
        var keywords = words(form.value("keywords"));
        if (!title.isEmpty() && !text.isBlank() && (summary.isEmpty() || keywords.isEmpty())) {
            var gist = gist(title, text);
            if (summary.isEmpty()) summary = gist.summary();
            if (keywords.isEmpty()) keywords = gist.keywords();
        }
        return new Content(title, text, summary, keywords, attachments);
    }

    /** What the text is about; a word longer than a keyword may be is none. */
    static Gist gist(String title, String text) {
        var gist = Gist.of(title, text);
        return new Gist(
                gist.summary(),
                gist.keywords().stream()
                        .filter(word -> word.length() <= Content.LONGEST_KEYWORD)
                        .toList());
    }

    /** A draft text keeps its blanks; browsers send line ends of two characters. */
    static String text(Form form) {
        var sent = form.values("text");
        return sent.isEmpty() ? "" : sent.getFirst().replace("\r\n", "\n").stripTrailing();
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split("[,\n]"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    static Filing filing(Form form) {
        var disclosure =
                switch (form.value("disclosure")) {
                    case "closed" -> Disclosure.closed(grounds(form.values("grounds")));
                    case "partly" -> Disclosure.partly(grounds(form.values("grounds")), form.value("parts"));
                    default -> Disclosure.OPEN;
                };
        return new Filing(
                kind(form.value("kind")),
                second(form.value("second")),
                form.value("task"),
                amount(form),
                disclosure,
                new UnitTask(form.value("unittask"), form.value("unittasktitle"), retention(form.value("retention"))));
    }

    static Retention retention(String word) {
        return Arrays.stream(Retention.values())
                .filter(r -> r.word().equals(word))
                .findFirst()
                .orElse(Retention.YEARS_5);
    }

    static DocumentKind kind(String word) {
        return Arrays.stream(DocumentKind.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElse(DocumentKind.GENERAL);
    }

    static SecondNumber.@Nullable Kind second(String word) {
        return Arrays.stream(SecondNumber.Kind.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Long amount(Form form) {
        var typed = form.value("amount").replace(",", "").replace("원", "").strip();
        if (typed.isEmpty()) return null;
        try {
            return Long.valueOf(typed);
        } catch (NumberFormatException e) {
            throw Refused.invalid("kernel.number.unreadable", form.value("amount"));
        }
    }

    private static List<Integer> grounds(List<String> ticked) {
        try {
            return ticked.stream()
                    .flatMap(one -> Arrays.stream(one.split("[,\\s]+")))
                    .filter(n -> !n.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw Refused.invalid("kernel.number.unreadable", String.join(", ", ticked));
        }
    }

    /** The values of the form as a paper has them. */
    static Form filled(Version version, Filing filing, Route route) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("title", List.of(version.title()));
        values.put("text", List.of(version.text()));
        values.put("summary", List.of(version.summary()));
        values.put("keywords", List.of(String.join(", ", version.keywords())));
        put(values, filing);
        values.put("line", List.of(Sketch.of(route).text()));
        return Form.ofAll(values);
    }

    private static void put(Map<String, List<String>> values, Filing filing) {
        var second = filing.second();
        var amount = filing.amount();
        values.put("kind", List.of(filing.kind().word()));
        values.put("second", List.of(second == null ? "" : second.word()));
        values.put("task", List.of(filing.task()));
        values.put("amount", List.of(amount == null ? "" : String.valueOf(amount)));
        values.put("disclosure", List.of(filing.disclosure().kind().word()));
        values.put(
                "grounds",
                filing.disclosure().grounds().stream().map(String::valueOf).toList());
        values.put("parts", List.of(filing.disclosure().closedParts()));
        values.put("unittask", List.of(filing.unitTask().code()));
        values.put("unittasktitle", List.of(filing.unitTask().title()));
        values.put("retention", List.of(filing.unitTask().retention().word()));
    }

    static Form started(Starter starter) {
        var second = starter.second();
        return Form.of(Map.of(
                "title", starter.subject(),
                "text", starter.body(),
                "kind", starter.kind().word(),
                "second", second == null ? "" : second.word(),
                "task", starter.task(),
                "retention", starter.retention().word()));
    }
}
