package kr.madang.approvals.transfer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.desk.CardCopies;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Line;
import tools.jackson.databind.json.JsonMapper;

/** What a package tells of its files and papers, as JSON with its fields always in the same order (이관 메타데이터). */
final class Telling {
    private final JsonMapper json;

    Telling(JsonMapper json) {
        this.json = json;
    }

    byte[] transfer(Transfer transfer, List<TransferStore.Carried> files) {
        var all = new LinkedHashMap<String, Object>();
        all.put("format", Pack.HEAD);
        all.put("id", transfer.id().toString());
        all.put("unit", transfer.unit());
        all.put("unitName", transfer.unitName());
        all.put("year", transfer.year());
        all.put("madeAt", transfer.madeAt().toString());
        all.put("files", files.stream().map(Telling::file).toList());
        return bytes(all);
    }

    private static Map<String, Object> file(TransferStore.Carried file) {
        var all = new LinkedHashMap<String, Object>();
        all.put("code", file.code().text());
        all.put("title", file.title());
        all.put("retention", file.retention().title());
        all.put("closedOn", file.closedOn().toString());
        all.put("keptFrom", file.retention().starts(file.closedOn()).toString());
        all.put(
                "keptUntil",
                file.retention().ends(file.closedOn()).map(Object::toString).orElse(""));
        all.put("papers", file.papers());
        return all;
    }

    byte[] card(CardCopies.Copy card) {
        var filing = card.filing();
        var all = new LinkedHashMap<String, Object>();
        all.put("id", card.id().toString());
        all.put("number", card.number());
        all.put("kind", filing.kind().title());
        all.put("team", card.team());
        all.put("drafter", card.drafter());
        all.put("draftedAt", card.madeAt().toString());
        all.put("title", card.last().title());
        all.put("summary", card.last().summary());
        all.put("keywords", card.last().keywords());
        all.put("disclosure", filing.disclosure().text());
        all.put("closedParts", filing.disclosure().closedParts());
        all.put("unitTask", filing.unitTask().code());
        all.put("unitTaskTitle", filing.unitTask().title());
        all.put("retention", filing.unitTask().retention().title());
        all.put("head", Map.of("hash", card.head().hash()));
        all.put("links", card.links().stream().map(Telling::link).toList());
        all.put("versions", card.versions().stream().map(Telling::version).toList());
        all.put("events", card.events().stream().map(Telling::event).toList());
        return bytes(all);
    }

    private static Map<String, Object> link(CardCopies.Bound link) {
        var all = new LinkedHashMap<String, Object>();
        all.put("number", link.number());
        all.put("version", link.version());
        all.put("event", link.event());
        all.put("previous", link.previous());
        all.put("hash", link.hash());
        return all;
    }

    private static Map<String, Object> version(Version version) {
        var all = new LinkedHashMap<String, Object>();
        all.put("number", version.number());
        all.put("title", version.title());
        all.put("text", version.text());
        all.put("summary", version.summary());
        all.put("keywords", version.keywords());
        all.put(
                "attachments",
                version.attachments().stream()
                        .map(a -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("name", a.name());
                            one.put("size", a.size());
                            one.put("sha256", a.sha256());
                            return one;
                        })
                        .toList());
        all.put("by", version.by().key());
        all.put("at", version.at().toString());
        all.put("hash", version.hash());
        return all;
    }

    private static Map<String, Object> event(Event event) {
        var all = new LinkedHashMap<String, Object>();
        all.put("number", event.number());
        all.put("kind", event.kind().name());
        all.put("title", event.kind().title());
        all.put("who", event.who().key());
        var absent = event.forWhom();
        all.put("forWhom", absent == null ? null : absent.key());
        all.put("role", event.role().name());
        all.put("at", event.at().toString());
        all.put("version", event.version());
        all.put("hash", event.hash());
        all.put("words", event.words());
        var line = event.line();
        all.put("line", line == null ? null : line(line));
        var other = event.other();
        all.put("other", other == null ? null : other.toString());
        return all;
    }

    private static Map<String, Object> line(Line line) {
        var all = new LinkedHashMap<String, Object>();
        all.put("drafter", line.drafter().key());
        all.put(
                "stages",
                line.stages().stream()
                        .map(s -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("role", s.role().name());
                            one.put(
                                    "people",
                                    s.people().stream().map(p -> p.key()).toList());
                            return one;
                        })
                        .toList());
        all.put("approver", line.approver().key());
        all.put("circulation", line.circulation().stream().map(p -> p.key()).toList());
        var terms = new LinkedHashMap<String, Object>();
        terms.put("delegated", line.terms().delegated());
        terms.put("alone", line.terms().alone());
        terms.put("reviewed", line.terms().reviewed());
        terms.put("important", line.terms().important());
        all.put("terms", terms);
        return all;
    }

    String text(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    private byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }
}
