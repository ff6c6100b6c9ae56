package kr.madang.notices.web.sends;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.sends.Content;
import kr.madang.notices.sends.Receivers;
import kr.madang.notices.sends.Send;
import kr.madang.notices.sends.SendCheck;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.sends.Templates;
import kr.madang.notices.wording.Preview;
import kr.madang.notices.wording.disaster.Standard;
import kr.madang.notices.wording.disaster.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the form of a send needs (발송 작성 양식): its choices, what is typed as a value, and the preview. */
@Component
public class WritingDesk {
    private static final String KEPT = "kept";

    private final Receivers receivers;
    private final SendTerms terms;
    private final SendCheck check;
    private final Templates templates;
    private final Clock clock;

    WritingDesk(Receivers receivers, SendTerms terms, SendCheck check, Templates templates, Clock clock) {
        this.receivers = receivers;
        this.terms = terms;
        this.check = check;
        this.templates = templates;
        this.clock = clock;
    }

    /** The lists to choose from. @param fields names of the values a text may ask for */
    public record Choices(
            List<Option> groups,
            List<Option> senders,
            List<Option> templates,
            List<Option> standards,
            List<String> fields) {}

    /** A preview, or why there is none. @param recipients how many would get it now */
    public record Shown(@Nullable Preview preview, String refusal, int recipients, Channel channel, String subject) {
        public Preview get() {
            return Objects.requireNonNull(preview);
        }
    }

    Form blank() {
        var senders = terms.senders().stream().filter(s -> !s.retired()).toList();
        var form = Form.empty().set("kind", Kind.PUBLIC.name()).set("channel", Channel.SMS.name());
        if (!senders.isEmpty()) form.set("sender", senders.getFirst().number().digits());
        return form;
    }

    Form filled(Send send) {
        var content = send.content();
        var template = content.template();
        var values = new HashMap<String, String>();
        values.put("title", content.title());
        values.put("kind", content.kind().name());
        values.put("reason", content.reason());
        values.put("channel", content.channel().name());
        values.put("subject", content.subject());
        values.put("text", content.text());
        values.put("sender", content.sender());
        values.put("group", KEPT);
        values.put("budget", content.budget());
        values.put("override", content.override());
        values.put("dueday", Asked.day(content.due()));
        values.put("duetime", Asked.hour(content.due()));
        values.put("version", Integer.toString(send.version()));
        if (template != null) {
            values.put("template", template.template().toString());
            values.put("templatenumber", Integer.toString(template.number()));
        }
        return Form.of(values);
    }

    Choices choices(@Nullable Send send) {
        var groups = new ArrayList<Option>();
        if (send != null) groups.add(new Option(KEPT, send.content().audienceWords()));
        receivers.groups().forEach(g -> groups.add(new Option(g.key(), g.name())));
        var senders = terms.senders().stream()
                .filter(s -> !s.retired())
                .map(s -> new Option(s.number().digits(), s.words()))
                .toList();
        var kept = templates.inUse().stream()
                .map(t -> Option.of(
                        t.id(),
                        t.name() + " · "
                                + Words.here(
                                        "notices.template.version", t.latest().number())))
                .toList();
        var standards = Standards.all().stream()
                .map(s -> new Option(s.code(), Words.here(s.grade().code()) + " · " + s.hazard() + " · " + s.title()))
                .toList();
        return new Choices(
                List.copyOf(groups),
                senders,
                kept,
                standards,
                receivers.fields().stream().sorted().toList());
    }

    /** Buttons that put a text into the form; without scripts they send the form and it comes back. */
    boolean helps(Form form) {
        switch (form.value("do")) {
            case "template" -> template(form);
            case "standard" -> standard(form);
            case "preview" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    void template(Form form) {
        try {
            templates.find(UUID.fromString(form.value("template"))).ifPresent(t -> {
                form.set("text", t.latest().text());
                form.set("templatenumber", Integer.toString(t.latest().number()));
                form.set("kind", t.kind().name());
                form.set("channel", t.channel().name());
            });
        } catch (IllegalArgumentException e) {
            form.refuse("template", "notices.template.missing");
        }
    }

    /** The standard sentence with its gaps in braces, for the officer to fill. */
    void standard(Form form) {
        Standards.find(form.value("standard")).ifPresent(found -> {
            var gaps = new HashMap<String, String>();
            found.fields().forEach(field -> gaps.put(field, "{" + field + "}"));
            if (found.write(terms.office().office(), gaps)
                    instanceof kr.madang.notices.wording.Filled.Text(String text)) form.set("text", text);
            form.set("kind", Kind.DISASTER.name());
            form.set("channel", Channel.SMS.name());
            if (form.value("title").isEmpty()) form.set("title", title(found));
            if (form.value("reason").isEmpty())
                form.set("reason", Words.here("notices.send.standard.reason", found.hazard(), found.title()));
        });
    }

    private static String title(Standard standard) {
        return standard.hazard() + " " + standard.title();
    }

    /**
     * What is typed as a value; refuses fields that say nothing.
     *
     * @param stored the send as it is; null for a new one
     */
    Content content(Form form, @Nullable Content stored) {
        var due = form.moment("dueday", "duetime").orElse(null);
        var group = form.value("group");
        var chosen = group.equals(KEPT) && stored != null
                ? new Receivers.Group(KEPT, "", stored.audience(), stored.audienceWords())
                : receivers.find(group).orElse(null);
        if (chosen == null) form.refuse("group", "notices.send.group");
        form.required("title");
        var number = form.value("templatenumber");
        var template = form.value("template");
        boolean used = number.matches("[1-9][0-9]{0,5}") && template.matches("[0-9a-f-]{36}");
        form.check();
        return new Content(
                form.value("title"),
                kind(form),
                form.value("reason"),
                channel(form),
                form.value("subject"),
                text(form),
                channel(form) == Channel.SMS ? form.value("sender") : "",
                chosen == null ? "" : chosen.audience(),
                chosen == null ? "" : chosen.words(),
                form.value("budget"),
                form.value("override"),
                due,
                used ? new Content.TemplateUse(UUID.fromString(template), Integer.parseInt(number)) : null);
    }

    /** Browsers end lines in two characters, phones in one. */
    private static String text(Form form) {
        return form.value("text").replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Kind kind(Form form) {
        return Asked.one(Kind.class, form.value("kind")).orElse(Kind.PUBLIC);
    }

    private static Channel channel(Form form) {
        return Asked.one(Channel.class, form.value("channel")).orElse(Channel.SMS);
    }

    Shown preview(Form form, String kept) {
        var channel = channel(form);
        try {
            var group = form.value("group");
            var audience = group.equals(KEPT)
                    ? kept
                    : receivers.find(group).map(Receivers.Group::audience).orElse("");
            var due = Form.ofAll(form.all()).moment("dueday", "duetime").orElse(null);
            var content = new Content(
                    "-",
                    kind(form),
                    "",
                    channel,
                    form.value("subject"),
                    text(form),
                    sender(form),
                    audience,
                    "",
                    "",
                    "",
                    due,
                    null);
            var now = clock.instant();
            int rows = audience.isEmpty() ? 0 : check.recipients(content, now);
            var preview = check.preview(content, List.of(check.sample()), rows, now);
            return new Shown(preview, "", rows, channel, content.subject());
        } catch (Refused refused) {
            return new Shown(null, said(refused), 0, channel, form.value("subject"));
        }
    }

    private String sender(Form form) {
        var typed = form.value("sender");
        return terms.senders().stream().anyMatch(s -> s.number().digits().equals(typed)) ? typed : "";
    }

    private static String said(Refused refused) {
        return Words.here(refused.code(), refused.args().toArray());
    }

    /** Beside which field a reason stands. */
    static String field(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "notices.send.title", "notices.send.title.long" -> "title";
            case "notices.sender.unregistered", "notices.send.sender" -> "sender";
            case "notices.send.subject.long" -> "subject";
            case "notices.send.overtaken", "notices.send.sealed" -> "title";
            default -> "text";
        };
    }
}
