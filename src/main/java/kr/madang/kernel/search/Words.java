package kr.madang.kernel.search;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.search.korean.Analyser;
import kr.madang.kernel.search.korean.Lexicon;
import kr.madang.kernel.search.korean.Safety;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office's dictionary and its words that mean the same (사전·동의어). A new word is in force when the index has been made with it. */
@Component
public class Words {
    private static final int MOST_WORDS = 5_000;
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_SAME = 10;
    private static final int LONGEST = 40;

    /** Words or short expressions that mean the same. */
    public record Group(UUID id, List<String> words) {
        public Group {
            words = List.copyOf(words);
        }
    }

    /**
     * What a word would do to the dictionary.
     *
     * @param before what it is cut into now
     * @param after what it would be cut into
     * @param broken what a search would then do that it must not
     */
    public record Trial(Lexicon.Word word, List<String> before, List<String> after, List<Safety.Case> broken) {}

    private final WordStore store;
    private final Trail trail;
    private final Clock clock;

    Words(WordStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    public List<Lexicon.Word> all() {
        return store.lexicon().words();
    }

    public List<Group> groups() {
        return store.groups();
    }

    /** What a text is cut into with the dictionary as it is now. */
    public List<String> cut(String text) {
        return new Analyser(store.lexicon()).words(text.length() > 500 ? text.substring(0, 500) : text);
    }

    /** Holds a word against the safety list without keeping it. @throws Refused when it is no word */
    public Trial attempt(String word, String parts) {
        var typed = checked(word, parts);
        var lexicon = store.lexicon();
        var now = new Analyser(lexicon);
        var then = new Analyser(lexicon.plus(typed));
        return new Trial(typed, now.words(typed.text()), then.words(typed.text()), worse(now, then));
    }

    /** Cases that come out wrong only afterwards. */
    private static List<Safety.Case> worse(Analyser now, Analyser then) {
        var before = Safety.broken(now);
        return Safety.broken(then).stream().filter(one -> !before.contains(one)).toList();
    }

    private static Lexicon.Word checked(String word, String parts) {
        var typed = Lexicon.read(word, parts);
        var fault = Lexicon.fault(typed);
        if (!fault.isEmpty()) throw Refused.invalid("search.words.bad." + fault, typed.text());
        return typed;
    }

    /**
     * Takes a word into the dictionary, or cuts a known one otherwise.
     *
     * @param knowing the warning was read: the word is kept although the safety list changes
     * @throws Refused conflict when the safety list changes and nobody has said to know
     */
    @Transactional
    public void put(Actor by, String word, String parts, boolean knowing) {
        manage(by);
        store.lock();
        var trial = attempt(word, parts);
        if (!trial.broken().isEmpty() && !knowing)
            throw Refused.conflict("search.words.unsafe", trial.word().text());
        if (store.lexicon().plus(trial.word()).words().size() > MOST_WORDS)
            throw Refused.invalid("search.words.many", MOST_WORDS);
        store.put(trial.word(), clock.instant(), by.login());
        trail.record(
                by,
                "kernel",
                "search.word.put",
                "word:" + trial.word().text(),
                Map.of(
                        "parts",
                        String.join(" ", trial.word().parts()),
                        "unsafe",
                        trial.broken().size()));
    }

    /** Takes a word out of the dictionary. The same question is asked as in {@link #put}. */
    @Transactional
    public void remove(Actor by, String word, boolean knowing) {
        manage(by);
        store.lock();
        if (!without(word).isEmpty() && !knowing) throw Refused.conflict("search.words.unsafe", word);
        if (!store.remove(word)) throw Refused.missing("search.words.unknown", word);
        trail.record(by, "kernel", "search.word.removed", "word:" + word, Map.of());
    }

    /** What a search would do that it must not if the word were gone. */
    public List<Safety.Case> without(String word) {
        var lexicon = store.lexicon();
        return worse(new Analyser(lexicon), new Analyser(lexicon.minus(word)));
    }

    /** Keeps words that mean the same. @param typed separated by commas or lines */
    @Transactional
    public void same(Actor by, String typed) {
        manage(by);
        store.lock();
        var words = new LinkedHashSet<String>();
        for (var word : Normalizer.normalize(typed, Normalizer.Form.NFC).split("[,\\n\\r;]+")) {
            var clean = word.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            if (!clean.isEmpty()) words.add(clean);
        }
        if (words.size() < 2 || words.size() > MOST_SAME) throw Refused.invalid("search.synonyms.number", MOST_SAME);
        for (var word : words)
            if (word.length() > LONGEST || word.codePoints().noneMatch(Character::isLetterOrDigit))
                throw Refused.invalid("search.synonyms.word", word);
        if (store.groups().size() >= MOST_GROUPS) throw Refused.invalid("search.words.many", MOST_GROUPS);
        refuseOpposites(words);
        var group = new Group(Id.next(clock.instant()), new ArrayList<>(words));
        store.put(group, clock.instant(), by.login());
        trail.record(by, "kernel", "search.synonym.put", "synonym:" + group.id(), Map.of("words", group.words()));
    }

    /** Opposites never mean the same; a slip there would undo the safety list. */
    private static void refuseOpposites(LinkedHashSet<String> words) {
        for (var one : Safety.cases())
            if (!one.found()
                    && words.contains(one.query())
                    && Arrays.stream(one.text().split("\\s+")).anyMatch(words::contains))
                throw Refused.invalid("search.synonyms.opposite", one.query());
    }

    @Transactional
    public void separate(Actor by, UUID group) {
        manage(by);
        if (!store.removeGroup(group)) throw Refused.missing("search.synonyms.unknown");
        trail.record(by, "kernel", "search.synonym.removed", "synonym:" + group, Map.of());
    }

    private static void manage(Actor by) {
        if (!by.may("kernel", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "kernel.access.forbidden");
    }
}
