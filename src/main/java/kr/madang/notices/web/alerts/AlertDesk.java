package kr.madang.notices.web.alerts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.alerts.AlertContent;
import kr.madang.notices.alerts.Way;
import kr.madang.notices.alerts.Whom;
import kr.madang.notices.calls.Trees;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.recipients.Dongs;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.web.calls.Staff;
import kr.madang.notices.wording.DisasterRules;
import kr.madang.notices.wording.Filled;
import kr.madang.notices.wording.Finding;
import kr.madang.notices.wording.disaster.Grade;
import kr.madang.notices.wording.disaster.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the form of an alert needs (발령 작성 양식): its choices, what is typed as a value, and what phones will show. */
@Component
public class AlertDesk {
    private static final String USUAL_HOURS = "6";

    /** The lists to choose from. @param staff those a drill may tell */
    public record Choices(
            boolean drill,
            List<Option> standards,
            List<Option> senders,
            List<Option> trees,
            List<String> dongs,
            List<Account> staff) {}

    /** What phones will show, and what is wrong with it. */
    public record Shown(String title, String said, int length, int most, List<Finding> findings) {}

    private final Dongs dongs;
    private final SendTerms terms;
    private final Trees trees;
    private final Staff staff;

    AlertDesk(Dongs dongs, SendTerms terms, Trees trees, Staff staff) {
        this.dongs = dongs;
        this.terms = terms;
        this.trees = trees;
        this.staff = staff;
    }

    /** @param chosen keys of the staff that are chosen already */
    Choices choices(boolean drill, List<String> chosen) {
        var standards = Standards.all().stream()
                .map(s -> new Option(
                        s.code(),
                        s.hazard() + " · " + s.title() + " ("
                                + Words.here(s.grade().code()) + ")"))
                .toList();
        return new Choices(
                drill,
                standards,
                senders(),
                trees.all().stream()
                        .map(t -> Option.of(t.id(), t.tree().name()))
                        .toList(),
                dongs.all(),
                drill ? staff.listed(chosen) : List.of());
    }

    private List<Option> senders() {
        return terms.senders().stream()
                .filter(s -> !s.retired())
                .map(s -> new Option(s.number().digits(), s.words()))
                .toList();
    }

    Form blank() {
        var form = Form.empty()
                .set("ways", Way.SMS.name(), Way.BANNER.name(), Way.DISPLAY.name())
                .set("hours", USUAL_HOURS)
                .set("grade", Grade.ADVISORY.name());
        words(form, AlertContent.Terms.of(Grade.ADVISORY, ""));
        var senders = senders();
        if (!senders.isEmpty()) form.set("sender", senders.getFirst().value());
        return form;
    }

    Form filled(Alert alert) {
        var content = alert.content();
        var values = new HashMap<String, List<String>>();
        values.put("headline", List.of(content.headline()));
        values.put("grade", List.of(content.grade().name()));
        values.put("hazard", List.of(content.hazard()));
        values.put("text", List.of(content.text()));
        values.put("detail", List.of(content.detail()));
        values.put("hours", List.of(Integer.toString(content.hours())));
        values.put("sender", List.of(content.sender()));
        values.put("ways", content.ways().stream().map(Enum::name).toList());
        values.put("tree", List.of(content.tree() == null ? "" : content.tree().toString()));
        values.put("version", List.of(Integer.toString(alert.version())));
        switch (content.whom()) {
            case Whom.Residents(var named) -> values.put("dongs", List.copyOf(named));
            case Whom.Staff(var accounts) ->
                values.put("staff", accounts.stream().map(UUID::toString).toList());
        }
        return words(Form.ofAll(values), content.terms());
    }

    private static Form words(Form form, AlertContent.Terms words) {
        return form.set("category", words.category().name())
                .set("response", words.response().name())
                .set("urgency", words.urgency().name())
                .set("severity", words.severity().name())
                .set("certainty", words.certainty().name());
    }

    /** The button that puts a standard sentence into the form; without scripts it sends the form, and it comes back. */
    boolean helps(Form form) {
        switch (form.value("do")) {
            case "standard" -> standard(form);
            case "preview" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The sentence with its gaps in braces, for the officer to fill. */
    void standard(Form form) {
        Standards.find(form.value("standard")).ifPresent(found -> {
            var gaps = found.fields().stream().collect(Collectors.toMap(f -> f, f -> "{" + f + "}"));
            if (found.write(terms.office().office(), gaps) instanceof Filled.Text(String text)) form.set("text", text);
            form.set("headline", found.hazard() + " " + found.title());
            form.set("grade", found.grade().name());
            form.set("hazard", found.hazard());
            words(form, AlertContent.Terms.of(found.grade(), found.hazard()));
        });
    }

    /** What is typed as a value; refuses fields that say nothing. */
    AlertContent content(Form form, boolean drill) {
        form.required("headline");
        form.required("text");
        form.required("hazard");
        var hours = form.number("hours");
        form.check();
        var ways = ways(form);
        return new AlertContent(
                form.value("headline"),
                one(Grade.class, form, "grade", Grade.ADVISORY),
                form.value("hazard"),
                terms(form),
                text(form, "text"),
                text(form, "detail"),
                (int) Math.clamp(hours.orElse(0), 0, Integer.MAX_VALUE),
                ways.contains(Way.SMS) ? form.value("sender") : "",
                ways,
                ways.contains(Way.CALL) ? tree(form.value("tree")) : null,
                drill ? new Whom.Staff(staff(form)) : new Whom.Residents(new TreeSet<>(form.values("dongs"))));
    }

    private static AlertContent.Terms terms(Form form) {
        return new AlertContent.Terms(
                one(CapWord.Category.class, form, "category", CapWord.Category.SAFETY),
                one(CapWord.ResponseType.class, form, "response", CapWord.ResponseType.MONITOR),
                one(CapWord.Urgency.class, form, "urgency", CapWord.Urgency.UNKNOWN),
                one(CapWord.Severity.class, form, "severity", CapWord.Severity.UNKNOWN),
                one(CapWord.Certainty.class, form, "certainty", CapWord.Certainty.UNKNOWN));
    }

    private static <E extends Enum<E>> E one(Class<E> of, Form form, String field, E otherwise) {
        var typed = form.value(field);
        return Arrays.stream(of.getEnumConstants())
                .filter(e -> e.name().equals(typed))
                .findFirst()
                .orElse(otherwise);
    }

    private static Set<Way> ways(Form form) {
        var ways = EnumSet.noneOf(Way.class);
        for (var way : Way.values()) if (form.values("ways").contains(way.name())) ways.add(way);
        return ways;
    }

    private @Nullable UUID tree(String typed) {
        return trees.all().stream()
                .map(t -> t.id())
                .filter(id -> id.toString().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private Set<UUID> staff(Form form) {
        return staff.serving(form.values("staff")).stream()
                .map(a -> a.id().value())
                .collect(Collectors.toSet());
    }

    /** Browsers end lines in two characters, phones in one. */
    private static String text(Form form, String field) {
        return form.value(field).replace("\r\n", "\n").replace('\r', '\n');
    }

    Shown shown(Form form, boolean drill) {
        var text = text(form, "text");
        var said = drill && !text.isEmpty() ? AlertContent.drill(text) : text;
        return new Shown(
                drill ? AlertContent.drill(form.value("headline")) : form.value("headline"),
                said,
                said.length(),
                DisasterRules.Medium.BROADCAST.most(),
                text.isEmpty() ? List.of() : AlertContent.findings(said));
    }

    static Map<String, String> beside() {
        return Map.of(
                "notices.alert.headline",
                "headline",
                "notices.alert.hazard",
                "hazard",
                "notices.alert.detail",
                "detail",
                "notices.alert.hours",
                "hours",
                "notices.dong.unknown",
                "dongs",
                "notices.alert.staff.many",
                "staff",
                "notices.alert.overtaken",
                "headline",
                "notices.alert.sealed",
                "headline");
    }

    /** Beside which field a reason stands. */
    static String field(String code) {
        return beside().getOrDefault(code, "text");
    }
}
