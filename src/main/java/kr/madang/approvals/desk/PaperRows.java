package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of papers that are written together, by table and in the order of their keys; column names are the keys of a row. */
final class PaperRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();

    PaperRows() {
        for (var table : List.of("paper", "content_version", "event", "link", "seat", "register_entry"))
            tables.put(table, new ArrayList<>());
    }

    /** Table by table, parents first. */
    Map<String, List<Map<String, @Nullable Object>>> tables() {
        return tables;
    }

    /** @param said its newest content */
    void paper(Held held, Paper paper, Version said, Card.Head head) {
        var filing = held.filing();
        var row = row("paper");
        row.put("id", paper.id().toString());
        row.put("kind", filing.kind().name());
        var second = filing.second();
        row.put("second", second == null ? null : second.name());
        row.put("task", filing.task());
        row.put("amount", filing.amount());
        row.put("title", said.title());
        row.put("summary", said.summary());
        row.put("keywords", said.keywords());
        row.put("team", held.team());
        row.put("unit", held.unit());
        row.put("drafter", paper.line().drafter().key());
        row.put("drafter_name", held.drafterName());
        row.put("approver", paper.line().approver().key());
        row.put("status", paper.status().name());
        row.put("version", paper.version());
        row.put("links", head.links());
        row.put("head", head.hash());
        filed(row, filing);
        row.put("predecessor", paper.predecessor().map(Paper.Id::toString).orElse(null));
        row.put("successor", paper.successor().map(Paper.Id::toString).orElse(null));
        asked(row, held.origin());
        times(row, paper);
    }

    private static void asked(Map<String, @Nullable Object> row, PaperView.@Nullable Origin origin) {
        row.put("subject_room", origin == null ? null : origin.subject().room());
        row.put("subject_ref", origin == null ? null : origin.subject().ref());
        row.put("subject_link", origin == null ? null : origin.link());
        row.put("subject_seal", origin == null ? null : origin.seal());
    }

    private static void filed(Map<String, @Nullable Object> row, Filing filing) {
        row.put("disclosure", filing.disclosure().kind().name());
        row.put("grounds", filing.disclosure().grounds());
        row.put("closed_parts", filing.disclosure().closedParts());
        row.put("unit_task", filing.unitTask().code());
        row.put("unit_task_title", filing.unitTask().title());
        row.put("retention", filing.unitTask().retention().name());
    }

    private static void times(Map<String, @Nullable Object> row, Paper paper) {
        row.put("made_at", paper.events().getFirst().at().toString());
        row.put("changed_at", paper.last().at().toString());
        row.put("approved_at", paper.approvedAt().map(Instant::toString).orElse(null));
        var sent = paper.events().stream()
                .filter(e -> e.kind() == Event.Kind.SUBMITTED)
                .reduce((first, later) -> later);
        row.put("submitted_at", sent.map(e -> e.at().toString()).orElse(null));
    }

    void version(Paper.Id paper, Version version) {
        var row = row("content_version");
        row.put("paper", paper.toString());
        row.put("version", version.number());
        row.put("title", version.title());
        row.put("body", version.text());
        row.put("summary", version.summary());
        row.put("keywords", version.keywords());
        row.put("attachments", version.attachments());
        row.put("written_by", version.by().key());
        row.put("written_at", version.at().toString());
        row.put("hash", version.hash());
    }

    void event(Paper.Id paper, Event event) {
        var row = row("event");
        var absent = event.forWhom();
        var other = event.other();
        var line = event.line();
        row.put("paper", paper.toString());
        row.put("number", event.number());
        row.put("kind", event.kind().name());
        row.put("who", event.who().key());
        row.put("for_whom", absent == null ? null : absent.key());
        row.put("role", event.role().name());
        row.put("at", event.at().toString());
        row.put("version", event.version());
        row.put("hash", event.hash());
        row.put("words", event.words());
        row.put("line", line == null ? null : JSON.readTree(LineText.of(line)));
        row.put("other", other == null ? null : other.toString());
    }

    void link(Paper.Id paper, Link link) {
        var row = row("link");
        row.put("paper", paper.toString());
        row.put("number", link.number());
        row.put("version", link.entry() instanceof Entry.Kept(Version v) ? v.number() : null);
        row.put("event", link.entry() instanceof Entry.Acted(Event e) ? e.number() : null);
        row.put("previous", link.previous());
        row.put("hash", link.hash());
    }

    void seats(Paper paper) {
        var due = new HashSet<>(SeatStore.due(paper));
        SeatStore.seats(paper.line()).forEach((seat, position) -> {
            var row = row("seat");
            row.put("paper", paper.id().toString());
            row.put("account", seat.account().toString());
            row.put("duty", seat.duty().name());
            row.put("position", position);
            row.put("due", due.contains(seat));
            row.put("since", paper.last().at().toString());
        });
    }

    void entry(String register, String unit, int year, long serial, String unitName, UUID paper, Instant at) {
        var row = row("register_entry");
        row.put("register", register);
        row.put("unit", unit);
        row.put("year", year);
        row.put("serial", serial);
        row.put("unit_name", unitName);
        row.put("paper", paper.toString());
        row.put("at", at.toString());
    }

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    private Map<String, @Nullable Object> row(String table) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        java.util.Objects.requireNonNull(tables.get(table)).add(row);
        return row;
    }
}
