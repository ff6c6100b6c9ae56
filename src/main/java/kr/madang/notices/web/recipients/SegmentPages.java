package kr.madang.notices.web.recipients;

import java.time.Clock;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.Kind;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Recipients;
import kr.madang.notices.recipients.Segments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saved questions for recipients: building them with a live count, naming, changing, putting away. */
@Controller
@RequestMapping("/desk/notices/segments")
@Needs(room = "notices", level = Level.VIEW)
class SegmentPages {
    private static final String PATH = "/desk/notices/segments";

    private final Segments segments;
    private final Recipients recipients;
    private final Asked asked;
    private final Clock clock;

    SegmentPages(Segments segments, Recipients recipients, Asked asked, Clock clock) {
        this.segments = segments;
        this.recipients = recipients;
        this.asked = asked;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String shown, Model model) {
        boolean archived = shown.equals("archived");
        model.addAttribute("segments", archived ? segments.archived() : segments.all());
        model.addAttribute("archived", archived);
        return "notices/web/recipients/segments";
    }

    @GetMapping("/new")
    @Needs(room = "notices", level = Level.WORK)
    String build(Model model) {
        return show(model, Form.empty(), null);
    }

    @GetMapping("/{id}")
    String segment(@PathVariable UUID id, Model model) {
        var segment = segments.get(id);
        var audience = segment.audience();
        var form = Form.empty()
                .set("name", segment.name())
                .set("channel", segment.channel().name())
                .set("dong", audience.dongs().toArray(String[]::new))
                .set("age", audience.ages().stream().map(AgeBand::name).toArray(String[]::new))
                .set("topic", audience.topics().toArray(String[]::new));
        return show(model, form, segment);
    }

    private String show(Model model, Form form, Segments.@Nullable Segment segment) {
        model.addAttribute("form", form);
        model.addAttribute("segment", segment);
        model.addAttribute("asked", asked);
        count(model, form);
        return "notices/web/recipients/segment";
    }

    private void count(Model model, Form form) {
        var audience = asked.audience(form);
        var channel = Asked.channel(form);
        var now = clock.instant();
        model.addAttribute("audience", audience);
        model.addAttribute("channel", channel);
        model.addAttribute("reached", recipients.count(audience, channel, Kind.PUBLIC, now));
        model.addAttribute("ads", recipients.count(audience, channel, Kind.ADVERTISING, now));
    }

    /** How many the choices of the form would reach, for the page to show while it is filled in. */
    @PostMapping("/count")
    String count(PostedForm sent, Model model) {
        count(model, sent.form());
        return "notices/web/recipients/reached";
    }

    @PostMapping
    @Needs(room = "notices", level = Level.WORK)
    String save(Actor by, PostedForm sent, Model model) {
        if (sent.form().value("do").equals("count")) return show(model, sent.form(), null);
        return sent.act(
                form -> {
                    var made = segments.save(by, form.value("name"), Asked.channel(form), asked.audience(form));
                    sent.say("notices.segment.saved", made.name());
                    return "redirect:" + PATH;
                },
                "name",
                (form, why) -> show(model, form, null));
    }

    @PostMapping("/{id}")
    @Needs(room = "notices", level = Level.WORK)
    String change(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        var segment = segments.get(id);
        if (sent.form().value("do").equals("count")) return show(model, sent.form(), segment);
        return sent.act(
                form -> {
                    segments.change(by, id, form.value("name"), Asked.channel(form), asked.audience(form));
                    sent.say("notices.segment.saved", form.value("name"));
                    return "redirect:" + PATH;
                },
                "name",
                (form, why) -> show(model, form, segment));
    }

    @PostMapping("/{id}/archive")
    @Needs(room = "notices", level = Level.WORK)
    String archive(Actor by, @PathVariable UUID id, PostedForm sent) {
        boolean away = !sent.form().value("away").equals("false");
        segments.archive(by, id, away);
        sent.say(away ? "notices.segment.put" : "notices.segment.taken");
        return "redirect:" + PATH;
    }
}
