package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;

/**
 * What somebody wants to be told on one channel from now on (수신 희망).
 *
 * @param everything notices about everything, whatever the topics
 * @param topics what else to hear about
 * @param night advertising also at night, only with advertising
 * @param disasters disaster notices, which everybody gets who does not refuse them
 */
public record Wish(boolean everything, Set<Topic> topics, boolean advertising, boolean night, boolean disasters) {
    /** One purpose, and of public notices one topic. */
    public record Item(Purpose purpose, String topic) {}

    public Wish {
        topics = Collections.unmodifiableSet(topics.isEmpty() ? EnumSet.noneOf(Topic.class) : EnumSet.copyOf(topics));
    }

    public static Wish nothing() {
        return new Wish(false, Set.of(), false, false, true);
    }

    /** What stands at a moment. */
    public static Wish of(Consents consents, Instant at) {
        var standing = consents.standing(at);
        return new Wish(
                standing.stream()
                        .anyMatch(
                                c -> c.purpose() == Purpose.PUBLIC && c.topic().isEmpty()),
                standing.stream()
                        .filter(c -> c.purpose() == Purpose.PUBLIC)
                        .flatMap(c -> Topic.find(c.topic()).stream())
                        .collect(Collectors.toSet()),
                consents.stands(Purpose.ADVERTISING, at),
                consents.stands(Purpose.NIGHT, at),
                consents.bar(kr.madang.notices.Kind.DISASTER, Set.of(), at).isEmpty());
    }

    /** @throws Refused when it asks for nights without advertising */
    Wish checked() {
        if (night && !advertising) throw Refused.invalid("notices.wish.night");
        return this;
    }

    /** Whether it asks for anything that needs consent. */
    public boolean asksForAnything() {
        return !items().isEmpty();
    }

    public Set<Item> items() {
        var items = new LinkedHashSet<Item>();
        if (everything) items.add(new Item(Purpose.PUBLIC, ""));
        else topics.forEach(topic -> items.add(new Item(Purpose.PUBLIC, topic.name())));
        if (advertising) items.add(new Item(Purpose.ADVERTISING, ""));
        if (night) items.add(new Item(Purpose.NIGHT, ""));
        return items;
    }

    /** The same without these purposes. */
    Wish without(Set<Purpose> purposes) {
        boolean pub = !purposes.contains(Purpose.PUBLIC);
        boolean ads = advertising && !purposes.contains(Purpose.ADVERTISING);
        return new Wish(
                everything && pub,
                pub ? topics : Set.of(),
                ads,
                night && ads && !purposes.contains(Purpose.NIGHT),
                disasters && !purposes.contains(Purpose.DISASTER));
    }
}
