package kr.madang.press.web.releases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import kr.madang.press.outlets.Mailings;
import kr.madang.press.releases.Version;
import kr.madang.press.releases.writing.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Between the form of a release and what it says (보도자료 입력). */
@Component
class WritingDesk {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Mailings mailings;

    WritingDesk(Mailings mailings) {
        this.mailings = mailings;
    }

    /** What is typed; what is wrong stands beside its field. */
    @Nullable
    Content content(Form form) {
        var embargo = form.moment("embargoday", "embargohour");
        var mailing = mailing(form);
        form.required("title");
        form.required("text");
        form.required("unit");
        form.required("contact");
        if (!form.ok()) return null;
        try {
            return new Content(
                    form.value("title"),
                    form.value("subtitle"),
                    form.value("text"),
                    form.value("facts"),
                    form.value("unit"),
                    form.value("contact"),
                    embargo.orElse(null),
                    mailing,
                    form.value("change"));
        } catch (Refused e) {
            form.refuse(field(e.code()), e.code(), e.args());
            return null;
        }
    }

    private @Nullable UUID mailing(Form form) {
        var chosen = form.value("mailing");
        if (chosen.isEmpty()) return null;
        var known = mailings.all().stream().map(Mailings.Mailing::id).filter(id -> id.toString()
                .equals(chosen));
        var found = known.findFirst();
        if (found.isEmpty()) form.refuse("mailing", "press.mailing.missing");
        return found.orElse(null);
    }

    List<Option> mailings() {
        var all = new ArrayList<Option>();
        all.add(new Option("", Words.here("press.mailing.everybody")));
        for (var mailing : mailings.all()) all.add(new Option(mailing.id().toString(), mailing.name()));
        return all;
    }

    /** Name of a list; empty when it is everybody, or it is gone. */
    String mailing(@Nullable UUID id) {
        return mailings.all().stream()
                .filter(mailing -> mailing.id().equals(id))
                .map(Mailings.Mailing::name)
                .findFirst()
                .orElse("");
    }

    Form filled(Version version) {
        var content = version.content();
        var mailing = content.mailing();
        return Form.empty()
                .set("edit", Integer.toString(version.edit()))
                .set("title", content.title())
                .set("subtitle", content.subtitle())
                .set("text", content.text())
                .set("facts", content.facts())
                .set("unit", content.unit())
                .set("contact", content.contact())
                .set("change", content.change())
                .set("mailing", mailing == null ? "" : mailing.toString())
                .set("embargoday", day(content.embargo()))
                .set("embargohour", hour(content.embargo()));
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : at.atZone(SEOUL).toLocalDate().toString();
    }

    private static String hour(@Nullable Instant at) {
        if (at == null) return "";
        var there = at.atZone(SEOUL);
        return "%02d:%02d".formatted(there.getHour(), there.getMinute());
    }

    /** The field a refusal speaks of. */
    static String field(String code) {
        return switch (code) {
            case "press.release.title" -> "title";
            case "press.release.subtitle" -> "subtitle";
            case "press.release.facts" -> "facts";
            case "press.release.unit" -> "unit";
            case "press.release.contact" -> "contact";
            case "press.release.change" -> "change";
            default -> "text";
        };
    }
}
