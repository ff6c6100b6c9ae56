package kr.madang.approvals.card;

import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Line;

/** What a document card holds (카드 기재 사항): a version of the text, or an act on the paper. */
public sealed interface Entry {
    record Kept(Version version) implements Entry {}

    record Acted(Event event) implements Entry {}

    /** The entry as canonical bytes. */
    private static void write(Canonical out, Entry entry) {
        switch (entry) {
            case Kept(Version version) -> version.writeTo(out.text("kept"));
            case Acted(Event event) -> write(out.text("acted"), event);
        }
    }

    private static void write(Canonical out, Event e) {
        out.number(e.number()).text(e.kind().name()).text(e.who().key());
        var absent = e.forWhom();
        out.text(absent == null ? null : absent.key()).text(e.role().name()).moment(e.at());
        out.number(e.version()).text(e.hash()).text(e.words());
        var other = e.other();
        out.text(other == null ? null : other.toString());
        var line = e.line();
        if (line == null) out.text(null);
        else write(out.text("line"), line);
    }

    private static void write(Canonical out, Line line) {
        out.text(line.drafter().key()).count(line.stages().size());
        for (var stage : line.stages()) {
            out.text(stage.role().name()).count(stage.people().size());
            stage.people().forEach(person -> out.text(person.key()));
        }
        out.text(line.approver().key()).count(line.circulation().size());
        line.circulation().forEach(person -> out.text(person.key()));
        var terms = line.terms();
        out.flag(terms.delegated()).flag(terms.alone()).flag(terms.reviewed()).flag(terms.important());
    }

    /** Its place in the chain of the paper's card. */
    static String hash(String paper, int number, String previous, Entry entry) {
        var out = new Canonical("madang.card.1").text(paper).number(number).text(previous);
        write(out, entry);
        return out.sha256();
    }
}
