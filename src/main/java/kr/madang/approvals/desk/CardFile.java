package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Verdict;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Role;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A card as a JSON file (카드 내려받기): whoever holds it can make every hash anew, without the office's database. */
final class CardFile {
    private static final String FORMAT = "madang.card.1";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record File(
            String format, String paper, int links, String head, Map<String, String> names, List<Step> chain) {}

    private record Step(
            int number,
            String previous,
            String hash,
            @Nullable Kept version,
            @Nullable Acted event) {}

    private record Kept(
            int number,
            String title,
            String text,
            String summary,
            List<String> keywords,
            List<Attachment> attachments,
            String by,
            Instant at) {}

    private record Acted(
            int number,
            String kind,
            String who,
            @Nullable String forWhom,
            String role,
            Instant at,
            int version,
            String hash,
            String words,
            @Nullable String line,
            @Nullable String other) {}

    private CardFile() {}

    static byte[] write(Card card, Map<Person, String> names) {
        var known = new TreeMap<>(names.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getValue)));
        var head = card.head();
        return JSON.writeValueAsBytes(new File(
                FORMAT,
                card.paper().toString(),
                head.links(),
                head.hash(),
                known,
                card.links().stream().map(CardFile::step).toList()));
    }

    /** @throws Refused {@code approvals.card.file} when it is no such file */
    static Card read(byte[] file) {
        var read = parsed(file);
        return new Card(
                Paper.Id.of(read.paper), read.chain.stream().map(CardFile::link).toList());
    }

    static List<Finding> recheck(byte[] file) {
        var read = parsed(file);
        return switch (read(file).verify(new Card.Head(read.links, read.head))) {
            case Verdict.Sound _ -> List.of();
            case Verdict.Broken(int number, var flaw) -> List.of(Finding.of(read.paper, flaw.code(), number));
        };
    }

    private static File parsed(byte[] file) {
        try {
            var read = JSON.readValue(file, File.class);
            if (!FORMAT.equals(read.format)) throw Refused.invalid("approvals.card.file");
            Paper.Id.of(read.paper);
            read.chain.forEach(CardFile::link);
            return read;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw Refused.invalid("approvals.card.file");
        }
    }

    private static Step step(Link link) {
        return switch (link.entry()) {
            case Entry.Kept(Version v) ->
                new Step(
                        link.number(),
                        link.previous(),
                        link.hash(),
                        new Kept(
                                v.number(),
                                v.title(),
                                v.text(),
                                v.summary(),
                                v.keywords(),
                                v.attachments(),
                                v.by().key(),
                                v.at()),
                        null);
            case Entry.Acted(Event e) -> new Step(link.number(), link.previous(), link.hash(), null, acted(e));
        };
    }

    private static Acted acted(Event e) {
        return new Acted(
                e.number(),
                e.kind().name(),
                e.who().key(),
                mapped(e.forWhom(), Person::key),
                e.role().name(),
                e.at(),
                e.version(),
                e.hash(),
                e.words(),
                mapped(e.line(), LineText::of),
                mapped(e.other(), Paper.Id::toString));
    }

    private static Link link(Step step) {
        return new Link(step.number, entry(step), step.previous, step.hash);
    }

    private static Entry entry(Step step) {
        var v = step.version;
        if (v != null)
            return new Entry.Kept(new Version(
                    v.number, v.title, v.text, v.summary, v.keywords, v.attachments, new Person(v.by), v.at));
        var e = step.event;
        if (e == null) throw new IllegalArgumentException("a link without an entry");
        return new Entry.Acted(new Event(
                e.number,
                Event.Kind.valueOf(e.kind),
                new Person(e.who),
                mapped(e.forWhom, Person::new),
                Role.valueOf(e.role),
                e.at,
                e.version,
                e.hash,
                e.words,
                mapped(e.line, LineText::line),
                mapped(e.other, Paper.Id::of)));
    }

    private static <A, B> @Nullable B mapped(@Nullable A value, Function<A, B> as) {
        return value == null ? null : as.apply(value);
    }
}
