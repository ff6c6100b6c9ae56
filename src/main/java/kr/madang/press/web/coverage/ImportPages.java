package kr.madang.press.web.coverage;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.coverage.Articles;
import kr.madang.press.coverage.Found;
import kr.madang.press.coverage.Kind;
import kr.madang.press.coverage.pages.Cut;
import kr.madang.press.coverage.pages.Pages;
import kr.madang.press.coverage.pages.UnreadablePages;
import kr.madang.press.outlets.Outlets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Articles out of pages of a paper (지면 가져오기): the file is read and forgotten; what a person confirms is kept. */
@Controller
@RequestMapping("/desk/press/coverage/pages")
@Needs(room = "press", level = Level.WORK)
class ImportPages {
    private static final int MOST = 200;
    private static final int LEAD = 100;

    private final Articles articles;
    private final Outlets outlets;

    ImportPages(Articles articles, Outlets outlets) {
        this.articles = articles;
        this.outlets = outlets;
    }

    @GetMapping
    String blank(Model model) {
        return page(Form.empty(), List.of(), model);
    }

    private String page(Form form, List<Cut> cuts, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("cuts", cuts);
        model.addAttribute(
                "outlets", outlets.all().stream().filter(o -> !o.retired()).toList());
        return "press/web/coverage/pages";
    }

    /** Shows what looks like articles, for a person to choose and mend. */
    @PostMapping
    String cut(@RequestParam(required = false) @Nullable MultipartFile file, PostedForm sent, Model model)
            throws IOException {
        return sent.act(
                form -> {
                    if (file == null || file.isEmpty()) throw Refused.invalid("press.pages.none");
                    outlet(form);
                    Asked.moment(form, "day", "hour");
                    form.check();
                    return page(form, read(file.getBytes()), model);
                },
                ImportPages::field,
                (form, why) -> page(form, List.of(), model));
    }

    private static List<Cut> read(byte[] file) {
        try {
            return Pages.cut(file);
        } catch (UnreadablePages e) {
            throw Refused.invalid(e.reason().code());
        }
    }

    private UUID outlet(Form form) {
        return Asked.id(form.value("outlet"))
                .flatMap(outlets::find)
                .orElseThrow(() -> Refused.invalid("press.coverage.outlet"))
                .id();
    }

    /** Keeps what was chosen; what is there already stays as it is. */
    @PostMapping("/articles")
    String keep(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var outlet = outlet(form);
                    var at = Asked.moment(form, "day", "hour");
                    form.check();
                    int kept = 0;
                    for (var cut : chosen(form)) if (enter(actor, outlet, at, cut)) kept++;
                    if (kept == 0) throw Refused.conflict("press.pages.nothing");
                    sent.say("press.pages.said", kept);
                    return "redirect:/desk/press/coverage";
                },
                ImportPages::field,
                (form, why) -> page(form, all(form), model));
    }

    private boolean enter(Actor actor, UUID outlet, Instant at, Cut cut) {
        var lead = cut.text().length() <= LEAD ? cut.text() : cut.text().substring(0, LEAD);
        var place = Integer.toString(cut.page());
        try {
            articles.enter(
                    actor,
                    new Found(
                            Kind.PAPER,
                            outlet,
                            null,
                            cut.title(),
                            lead,
                            cut.text(),
                            cut.reporter(),
                            place,
                            "",
                            "",
                            at,
                            null));
            return true;
        } catch (Refused e) {
            if (e.code().equals("press.coverage.there")) return false;
            throw e;
        }
    }

    private static List<Cut> chosen(Form form) {
        var wanted = form.values("take");
        var all = all(form);
        return IntStream.range(0, all.size())
                .filter(i -> wanted.contains(Integer.toString(i)))
                .mapToObj(all::get)
                .toList();
    }

    /** What was shown, with what somebody mended in it. */
    private static List<Cut> all(Form form) {
        var all = new ArrayList<Cut>();
        for (int i = 0; i < MOST && !form.values("title-" + i).isEmpty(); i++)
            all.add(new Cut(
                    (int) Math.clamp(form.number("page-" + i).orElse(1), 1, 999),
                    form.value("title-" + i),
                    form.value("text-" + i),
                    form.value("reporter-" + i)));
        return all;
    }

    private static String field(String code) {
        return switch (code) {
            case "press.coverage.outlet" -> "outlet";
            case "press.coverage.at" -> "day";
            case "press.pages.nothing", "press.coverage.title", "press.coverage.short" -> "cuts";
            default -> "file";
        };
    }
}
