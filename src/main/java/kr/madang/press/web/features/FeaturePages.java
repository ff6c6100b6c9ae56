package kr.madang.press.web.features;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Words;
import kr.madang.press.features.Features;
import kr.madang.press.features.Interviews;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a month (기획보도·취재 지원). */
@Controller
@RequestMapping("/desk/press/features")
@Needs(room = "press", level = Level.VIEW)
class FeaturePages {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final String PATH = "/desk/press/features";
    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private final Features features;
    private final Interviews interviews;
    private final Outlets outlets;
    private final Clock clock;

    FeaturePages(Features features, Interviews interviews, Outlets outlets, Clock clock) {
        this.features = features;
        this.interviews = interviews;
        this.outlets = outlets;
        this.clock = clock;
    }

    @GetMapping
    String month(@RequestParam(defaultValue = "") String month, Model model) {
        return page(read(month), Form.empty(), model);
    }

    private String page(YearMonth month, Form form, Model model) {
        model.addAttribute("month", month);
        model.addAttribute("features", features.of(month));
        model.addAttribute("interviews", interviews.of(month));
        model.addAttribute("outlets", outlets(false));
        model.addAttribute("form", form);
        return "press/web/features/month";
    }

    private YearMonth read(String typed) {
        var now = YearMonth.from(clock.instant().atZone(SEOUL));
        try {
            var month = typed.isEmpty() ? now : YearMonth.parse(typed);
            return month.getYear() < FIRST || month.getYear() > LAST ? now : month;
        } catch (DateTimeException e) {
            return now;
        }
    }

    private List<Option> outlets(boolean none) {
        var all = new ArrayList<Option>();
        if (none) all.add(new Option("", Words.here("press.feature.nobody")));
        for (var outlet : outlets.all())
            if (!outlet.retired()) all.add(new Option(outlet.id().toString(), outlet.name()));
        return all;
    }

    private static List<Option> states() {
        return Arrays.stream(Features.State.values())
                .map(s -> new Option(s.name(), Words.here(s.code())))
                .toList();
    }

    @GetMapping("/new")
    @Needs(room = "press", level = Level.WORK)
    String blank(@RequestParam(defaultValue = "") String month, Model model) {
        return form("", Form.empty().set("month", read(month).toString()), model);
    }

    @GetMapping("/{id}")
    String feature(@PathVariable String id, Model model) {
        var feature = features.get(id(id));
        var outlet = feature.outlet();
        var form = Form.empty()
                .set("month", feature.month().toString())
                .set("subject", feature.subject())
                .set("angle", feature.angle())
                .set("unit", feature.unit())
                .set("outlet", outlet == null ? "" : outlet.toString())
                .set("state", feature.state().name())
                .set("edit", Integer.toString(feature.edit()));
        return form(id, form, model);
    }

    private String form(String id, Form form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("outlets", outlets(true));
        model.addAttribute("states", states());
        return "press/web/features/feature";
    }

    @PostMapping
    @Needs(room = "press", level = Level.WORK)
    String plan(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var month = read(form.value("month"));
                    features.plan(
                            actor, month, form.value("subject"), form.value("angle"), form.value("unit"), outlet(form));
                    sent.say("press.said.feature");
                    return "redirect:" + PATH + "?month=" + month;
                },
                FeaturePages::field,
                (form, why) -> form("", form, model));
    }

    @PutMapping("/{id}")
    @Needs(room = "press", level = Level.WORK)
    String write(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var month = read(form.value("month"));
                    var edit = form.number("edit");
                    form.check();
                    features.write(
                            actor,
                            id(id),
                            (int) Math.clamp(edit.orElse(0), 0, Integer.MAX_VALUE),
                            month,
                            form.value("subject"),
                            form.value("angle"),
                            form.value("unit"),
                            outlet(form),
                            state(form.value("state")));
                    sent.say("press.said.feature");
                    return "redirect:" + PATH + "?month=" + month;
                },
                FeaturePages::field,
                (form, why) -> form(id, form, model));
    }

    private static Features.State state(String typed) {
        return Arrays.stream(Features.State.values())
                .filter(s -> s.name().equals(typed))
                .findFirst()
                .orElse(Features.State.PLANNED);
    }

    private static String field(String code) {
        return switch (code) {
            case "press.release.unit" -> "unit";
            case "press.release.title" -> "subject";
            case "press.interview.who" -> "who";
            case "press.outlet.missing" -> "outlet";
            default -> "angle";
        };
    }

    @PostMapping("/interviews")
    @Needs(room = "press", level = Level.WORK)
    String interview(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var day = form.day("day");
                    if (day.isEmpty()) form.required("day");
                    form.check();
                    var outlet = outlet(form);
                    if (outlet == null) throw Refused.missing("press.outlet.missing");
                    interviews.add(
                            actor,
                            day.orElseThrow(),
                            outlet,
                            form.value("who"),
                            form.value("subject"),
                            form.value("unit"),
                            form.value("angle"));
                    sent.say("press.said.interview");
                    return "redirect:" + PATH + "?month=" + YearMonth.from(day.orElseThrow());
                },
                FeaturePages::field,
                (form, why) -> page(read(form.value("month")), form, model));
    }

    @DeleteMapping("/interviews/{id}")
    @Needs(room = "press", level = Level.WORK)
    String remove(@PathVariable String id, Actor actor, PostedForm sent) {
        interviews.remove(actor, id(id));
        sent.say("press.said.interview.removed");
        return "redirect:" + PATH + "?month=" + read(sent.form().value("month"));
    }

    private @Nullable UUID outlet(Form form) {
        var chosen = form.value("outlet");
        return chosen.isEmpty()
                ? null
                : outlets.find(id(chosen)).map(Outlet::id).orElse(null);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("press.feature.missing");
        }
    }
}
