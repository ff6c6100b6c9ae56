package kr.madang.notices.web.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kr.madang.kernel.web.Form;
import kr.madang.notices.calls.Rung;
import kr.madang.notices.calls.Tree;

/** The form of a call-out tree (비상연락망 양식): as many rungs as are sent, each with its people. */
final class TreeForm {
    private static final int MOST = 10;

    private TreeForm() {}

    static Form blank() {
        return Form.ofAll(Map.of(
                "rungs", List.of("1"),
                "enough0", List.of("1"),
                "span0", List.of("10"),
                "repeat0", List.of("3"),
                "most0", List.of("3")));
    }

    static Form filled(Tree tree, int version) {
        var values = new HashMap<String, List<String>>();
        values.put("name", List.of(tree.name()));
        values.put("version", List.of(Integer.toString(version)));
        values.put("rungs", List.of(Integer.toString(tree.rungs().size())));
        for (int i = 0; i < tree.rungs().size(); i++) {
            var rung = tree.rungs().get(i);
            values.put("title" + i, List.of(rung.title()));
            values.put("people" + i, rung.people());
            values.put("enough" + i, List.of(Integer.toString(rung.enough())));
            values.put("span" + i, List.of(minutes(rung.span())));
            values.put("repeat" + i, List.of(minutes(rung.repeat())));
            values.put("most" + i, List.of(Integer.toString(rung.most())));
        }
        return Form.ofAll(values);
    }

    private static String minutes(Duration time) {
        return time.toSeconds() % 60 == 0 ? Long.toString(time.toMinutes()) : Double.toString(time.toSeconds() / 60.0);
    }

    static int rungs(Form form) {
        try {
            return Math.clamp(Integer.parseInt(form.value("rungs")), 1, MOST);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Everybody who is chosen in one of the rungs. */
    static List<String> people(Form form) {
        return IntStream.range(0, rungs(form))
                .mapToObj(rung -> form.values("people" + rung))
                .flatMap(List::stream)
                .toList();
    }

    /** Buttons that change how many rungs there are; without scripts they send the form and it comes back. */
    static boolean helps(Form form) {
        int rungs = rungs(form);
        switch (form.value("do")) {
            case "more" -> {
                form.set("rungs", Integer.toString(Math.min(MOST, rungs + 1)));
                if (form.value("enough" + rungs).isEmpty()) form.set("enough" + rungs, "1");
                if (form.value("span" + rungs).isEmpty()) form.set("span" + rungs, "10");
                if (form.value("repeat" + rungs).isEmpty()) form.set("repeat" + rungs, "3");
                if (form.value("most" + rungs).isEmpty()) form.set("most" + rungs, "3");
            }
            case "less" -> form.set("rungs", Integer.toString(Math.max(1, rungs - 1)));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What is typed as a value; refuses fields that say nothing. */
    static Tree tree(Form form) {
        form.required("name");
        int count = rungs(form);
        for (int i = 0; i < count; i++) {
            form.required("title" + i);
            if (form.values("people" + i).isEmpty()) form.refuse("people" + i, "kernel.form.missing");
            for (var field : List.of("enough", "most")) form.number(field + i);
        }
        form.check();
        var rungs = new ArrayList<Rung>();
        for (int i = 0; i < count; i++)
            rungs.add(new Rung(
                    form.value("title" + i),
                    form.values("people" + i),
                    whole(form, "enough" + i),
                    span(form, "span" + i),
                    span(form, "repeat" + i),
                    whole(form, "most" + i)));
        return new Tree(form.value("name"), rungs);
    }

    private static int whole(Form form, String field) {
        return (int) Math.clamp(form.number(field).orElse(0), -1, 10_000);
    }

    private static Duration span(Form form, String field) {
        try {
            double minutes = Double.parseDouble(form.value(field).replace(",", ""));
            return Duration.ofSeconds(Double.isFinite(minutes) ? (long) Math.clamp(minutes * 60, -1, 1e6) : 0);
        } catch (NumberFormatException e) {
            form.refuse(field, "kernel.number.unreadable", form.value(field));
            form.check();
            return Duration.ZERO;
        }
    }
}
