package kr.madang.approvals.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Roster;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.line.StandIn;
import kr.madang.approvals.line.Terms;
import org.junit.jupiter.api.Test;

class CardTests {
    private static final Person CLERK = new Person("clerk");
    private static final Person LEADER = new Person("leader");
    private static final Person CHIEF = new Person("chief");
    private static final Instant AT = Instant.parse("2026-11-21T01:02:03.456789Z");
    private static final Paper.Id ID = Paper.Id.of("0193485a-0000-7000-8000-000000000001");
    private static final Roster OFFICE = new Roster() {
        @Override
        public boolean serves(Person person, Instant at) {
            return true;
        }

        @Override
        public StandIn standIn(Person person, Instant at) {
            return new StandIn.Present();
        }
    };

    private static Version version(int number, String text) {
        return new Version(
                number, "제목", text, "요지", List.of("홍보"), List.of(new Attachment("계획.hwpx", 12, "ab")), CLERK, AT);
    }

    /** A paper with two versions, signed by two people. */
    private static Card card() {
        var first = version(1, "본문");
        var second = version(2, "고친 본문");
        var line = Line.of(CLERK, List.of(Stage.review(LEADER)), CHIEF, Terms.byDelegation());
        var paper = Paper.draft(ID, line, first.hash(), AT, OFFICE)
                .act(new Act.Revise(CLERK, AT, first.hash(), second.hash(), ""), OFFICE)
                .act(new Act.Submit(CLERK, AT, second.hash(), ""), OFFICE)
                .act(new Act.Dissent(LEADER, AT, second.hash(), "예산 확인 필요"), OFFICE)
                .act(new Act.Sign(CHIEF, AT, second.hash(), ""), OFFICE);
        var card = Card.of(ID).plus(new Entry.Kept(first)).plus(new Entry.Kept(second));
        for (var event : paper.events()) card = card.plus(new Entry.Acted(event));
        return card;
    }

    private static Card with(Card card, int index, Link link) {
        var links = new ArrayList<>(card.links());
        links.set(index, link);
        return new Card(ID, links);
    }

    @Test
    void aCardIsSoundAndGivesThePaperBack() {
        var card = card();
        assertThat(card.verify()).isEqualTo(new Verdict.Sound(card.head()));
        assertThat(card.verify(card.head())).isEqualTo(new Verdict.Sound(card.head()));
        assertThat(Paper.replay(ID, card.events()).content())
                .isEqualTo(card.versions().getLast().hash());
        assertThat(Card.of(ID).verify(new Card.Head(0, Link.ORIGIN))).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void theBytesNeverChangeTheirMeaning() {
        assertThat(version(1, "본문").hash())
                .isEqualTo("d6d89624dcc8098c83ee6e1398a02f2497a61340d10a76cfc5700a8faaac6c1c");
        assertThat(card().head().hash()).isEqualTo("ee4c4d3790704355254248b381c9981f6334661f81449ee5274fdd4a261f4cf2");
    }

    @Test
    void everyAlteredFieldIsNamedByItsLink() {
        var card = card();
        for (int i = 0; i < card.links().size(); i++) {
            var link = card.links().get(i);
            for (var other : altered(link.entry())) {
                var forged = with(card, i, new Link(link.number(), other, link.previous(), link.hash()));
                assertThat(forged.verify()).as("%s", other).isEqualTo(new Verdict.Broken(i + 1, Flaw.ALTERED));
            }
        }
    }

    private static List<Entry> altered(Entry entry) {
        return switch (entry) {
            case Entry.Kept(Version v) ->
                List.of(
                        kept(v, v.title() + ".", v.text(), v.at()),
                        kept(v, v.title(), v.text() + " ", v.at()),
                        kept(v, v.title(), v.text(), v.at().plusNanos(1_000)),
                        kept(v, v.title() + v.text(), "", v.at()),
                        new Entry.Kept(new Version(
                                v.number(),
                                v.title(),
                                v.text(),
                                v.summary(),
                                List.of("홍", "보"),
                                v.attachments(),
                                v.by(),
                                v.at())),
                        new Entry.Kept(new Version(
                                v.number(), v.title(), v.text(), v.summary(), v.keywords(), List.of(), v.by(), v.at())),
                        new Entry.Kept(new Version(
                                v.number(),
                                v.title(),
                                v.text(),
                                v.summary(),
                                v.keywords(),
                                v.attachments(),
                                CHIEF,
                                v.at())));
            case Entry.Acted(Event e) ->
                List.of(
                        acted(e, new Person("forger"), e.forWhom(), e.at(), e.words(), e.line()),
                        acted(e, e.who(), e.who(), e.at(), e.words(), e.line()),
                        acted(e, e.who(), e.forWhom(), e.at().plusSeconds(1), e.words(), e.line()),
                        acted(e, e.who(), e.forWhom(), e.at(), e.words() + "!", e.line()),
                        acted(
                                e,
                                e.who(),
                                e.forWhom(),
                                e.at(),
                                e.words(),
                                Line.of(CLERK, List.of(), CHIEF, Terms.USUAL)));
        };
    }

    private static Entry kept(Version v, String title, String text, Instant at) {
        return new Entry.Kept(
                new Version(v.number(), title, text, v.summary(), v.keywords(), v.attachments(), v.by(), at));
    }

    private static Entry acted(Event e, Person who, Person forWhom, Instant at, String words, Line line) {
        return new Entry.Acted(new Event(
                e.number(), e.kind(), who, forWhom, e.role(), at, e.version(), e.hash(), words, line, e.other()));
    }

    @Test
    void aForgedHashDetachesTheNextLink() {
        var card = card();
        var link = card.links().get(3);
        var forged = with(card, 3, Link.of(ID, link.number(), new Entry.Kept(version(9, "위조")), link.previous()));
        assertThat(forged.verify()).isEqualTo(new Verdict.Broken(5, Flaw.DETACHED));
    }

    @Test
    void missingSwappedAndForeignLinksAreFound() {
        var card = card();
        var links = new ArrayList<>(card.links());
        links.remove(2);
        assertThat(new Card(ID, links).verify()).isEqualTo(new Verdict.Broken(3, Flaw.MISSING));
        var swapped = new ArrayList<>(card.links());
        java.util.Collections.swap(swapped, 1, 2);
        assertThat(new Card(ID, swapped).verify()).isEqualTo(new Verdict.Broken(2, Flaw.MISSING));
        var elsewhere = new Card(new Paper.Id(new UUID(1, 2)), card.links());
        assertThat(elsewhere.verify()).isEqualTo(new Verdict.Broken(1, Flaw.ALTERED));
    }

    @Test
    void aCutOrRewrittenChainIsFoundByItsHead() {
        var card = card();
        var cut = new Card(ID, card.links().subList(0, 4));
        assertThat(cut.verify()).isInstanceOf(Verdict.Sound.class);
        assertThat(cut.verify(card.head())).isEqualTo(new Verdict.Broken(5, Flaw.CUT));
        assertThat(card.verify(cut.head())).isEqualTo(new Verdict.Broken(5, Flaw.UNANNOUNCED));
        var anew = Card.of(ID);
        for (var link : card.links())
            anew = anew.plus(link.number() == 1 ? new Entry.Kept(version(1, "위조")) : link.entry());
        assertThat(anew.verify()).isInstanceOf(Verdict.Sound.class);
        assertThat(anew.verify(card.head())).isEqualTo(new Verdict.Broken(7, Flaw.REWRITTEN));
    }

    @Test
    void aSignatureOnUnknownContentIsFound() {
        var card = Card.of(ID).plus(new Entry.Kept(version(1, "본문")));
        for (var event : card().events()) card = card.plus(new Entry.Acted(event));
        assertThat(card.verify()).isEqualTo(new Verdict.Broken(5, Flaw.UNSEEN));
    }

    @Test
    void fieldsDoNotRunIntoEachOther() {
        assertThat(new Canonical("k").text("ab").text("c").sha256())
                .isNotEqualTo(new Canonical("k").text("a").text("bc").sha256());
        assertThat(new Canonical("k").text(null).sha256())
                .isNotEqualTo(new Canonical("k").text("").sha256());
        assertThat(new Canonical("k").number(1).sha256())
                .isNotEqualTo(new Canonical("k").count(1).sha256());
        assertThat(Optional.of(new Canonical("k").bytes().length)).contains(6);
    }
}
