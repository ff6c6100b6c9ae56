package kr.madang.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.report.template.ShippedTemplate;
import kr.madang.report.template.Template;
import kr.madang.report.template.TemplateReader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the templates (서식관리): every save is a version, none is ever lost, and nobody overwrites another unseen. */
@Service
public class Templates {
    private static final int VERSIONS_SHOWN = 200;

    private final TemplateStore store;
    private final Trail trail;
    private final Clock clock;

    Templates(TemplateStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    public List<ReportTemplate> list() {
        return store.list();
    }

    public Optional<ReportTemplate> find(String code) {
        return store.find(code);
    }

    public ReportTemplate get(String code) {
        return store.find(code).orElseThrow(() -> Refused.missing("report.template.unknown", code));
    }

    public List<ReportTemplate.Version> versions(ReportTemplate template) {
        return store.versions(template.id(), VERSIONS_SHOWN);
    }

    public ReportTemplate.Version version(ReportTemplate template, int number) {
        return store.version(template.id(), number)
                .orElseThrow(() -> Refused.missing("report.template.version.unknown", template.code(), number));
    }

    /** The newest text under a code: the office's own, or the one that came with the program. */
    public Optional<String> text(String code) {
        return store.find(code).map(t -> version(t, t.latest()).body()).or(() -> ShippedTemplate.all().stream()
                .filter(t -> t.code().equals(code))
                .map(ShippedTemplate::text)
                .findFirst());
    }

    @Transactional
    public ReportTemplate create(Actor by, String code, String body, String note) {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) throw Refused.invalid("report.template.code", code);
        var template = readable(body);
        var now = clock.instant();
        var made = new ReportTemplate(
                new ReportTemplate.Id(Id.next(now)), code, template.cover().title(), 1, now);
        if (!store.insert(made)) throw Refused.conflict("report.template.taken", code);
        store.insert(made.id(), 1, body, note, by, now);
        trail.record(by, "report", "template.created", "template:" + made.id(), Map.of("code", code));
        return made;
    }

    /**
     * @param base the version the writer started from
     * @return the number of the new version; {@code base} when nothing was changed
     */
    @Transactional
    public int save(Actor by, String code, int base, String body, String note) {
        var template = get(code);
        if (version(template, template.latest()).body().equals(body)) return template.latest();
        var read = readable(body);
        if (!store.advance(template.id(), base, read.cover().title()))
            throw Refused.conflict("report.template.changed", template.latest());
        store.insert(template.id(), base + 1, body, note, by, clock.instant());
        trail.record(
                by, "report", "template.saved", "template:" + template.id(), Map.of("code", code, "version", base + 1));
        return base + 1;
    }

    /** Makes an old version the newest again; what came between is kept. */
    @Transactional
    public int restore(Actor by, String code, int number) {
        var template = get(code);
        var old = version(template, number);
        return save(by, code, template.latest(), old.body(), number + "판 되살림");
    }

    private static Template readable(String body) {
        var template = TemplateReader.read(body);
        if (template.hasErrors())
            throw Refused.invalid("report.template.errors", template.problems().size());
        if (template.cover().title().isBlank()) throw Refused.invalid("report.template.untitled");
        return template;
    }
}
