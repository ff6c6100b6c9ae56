package kr.madang.kernel.search;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.madang.kernel.search.korean.Synonyms;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of this node (색인기): opens it, follows the changes, and has another one made when it cannot be used or was made with
 * another dictionary. One thread; whatever goes wrong is said and tried again. Of nodes that share an index, one does all this and the
 * others read.
 */
final class Follower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    /** How an index stands. */
    enum State {
        STARTING,
        READY,
        BUILDING,
        REBUILDING,
        LOCKED,
        TROUBLED
    }

    /**
     * In milliseconds.
     *
     * @param first how long it lets the office open in peace
     * @param settle how long it leaves the processors to an office that fills itself, unless somebody searches
     * @param pace how often it looks, and the longest it lets changes gather
     * @param sayEvery how often it tells the others how it stands
     */
    record Pace(long first, long settle, long pace, long sayEvery) {
        static final Pace OFFICE = new Pace(2_000, 20_000, 700, 30_000);
    }

    /** What answers now. */
    record Serving(Generation generation, Synonyms synonyms, long synonymsNumber) {}

    /**
     * How many times as long as it worked it then lets changes gather: of a paper signed five times within a second the last state is
     * enough, and the people who sign need the processors.
     */
    private static final long GATHER = 4;

    private final String node;
    private final Place place;
    private final SearchStore store;
    private final WordStore words;
    private final Supplier<Map<String, Searchable>> kinds;
    private final Lead lead;
    private final Pace pace;
    private volatile Bell bell = new Bell();
    private volatile Builder builder;
    private volatile @Nullable Serving serving;
    private volatile State state = State.STARTING;
    private volatile boolean stopping;
    private volatile boolean broken;
    private volatile boolean asked;
    private final long began = System.nanoTime();
    private volatile @Nullable Thread thread;
    private boolean led;
    private long saidAt;
    private String said = "";
    private @Nullable State saidState;

    Follower(
            String node,
            Place place,
            SearchStore store,
            WordStore words,
            Supplier<Map<String, Searchable>> kinds,
            Lead lead,
            Pace pace) {
        this.node = node;
        this.place = place;
        this.store = store;
        this.words = words;
        this.kinds = kinds;
        this.lead = lead;
        this.pace = pace;
        this.builder = new Builder(place, this::ring);
    }

    synchronized void start() {
        if (thread != null || stopping) return;
        var fresh = Thread.ofPlatform().daemon().name("search-follower").unstarted(this::run);
        thread = fresh;
        fresh.start();
    }

    /** After it was closed: it may be started again, by whoever searches. */
    synchronized void reopen() {
        if (!stopping) return;
        builder = new Builder(place, this::ring);
        thread = null;
        asked = false;
        state = State.STARTING;
        bell = new Bell();
        stopping = false;
    }

    boolean started() {
        return thread != null;
    }

    /** Somebody changed something, or waits. */
    void ring() {
        bell.ring();
    }

    Optional<Serving> serving() {
        return Optional.ofNullable(serving);
    }

    State state() {
        return state;
    }

    /** Somebody searches and waits for an answer. */
    void ask() {
        start();
        if (asked || serving != null) return;
        asked = true;
        ring();
    }

    /** Somebody could not read it. */
    void broken(Serving by) {
        if (by == serving) broken = true;
        ring();
    }

    private void run() {
        try {
            bell.rest(pace.first());
            while (!stopping && Thread.currentThread() == thread) {
                long start = System.nanoTime();
                attempt();
                // after a short turn hardly at all, so that a single change is found at once
                long worked = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                bell.sleep(Math.min(GATHER * worked, pace.pace()));
                bell.rest(pace.pace());
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void attempt() {
        try {
            turn();
        } catch (LockObtainFailedException e) {
            state = State.LOCKED;
        } catch (IOException | AlreadyClosedException e) {
            fail(e);
        } catch (RuntimeException e) {
            // the database may be away; the index answers as it is
            if (!stopping) log.warn("검색 변경을 볼 수 없습니다: {}", e.toString());
        }
    }

    /** Looks once at everything there is to do. */
    private void turn() throws IOException {
        var wanted = store.wanted();
        if (place.shared()) {
            boolean leads = lead.holds();
            // what the one before wrote last counts, not what this node read earlier
            if (!leads || !led) read(wanted);
            led = leads;
            if (!leads) {
                stand(wanted);
                return;
            }
        }
        if (broken) fail(new IOException("could not be read"));
        var before = serving;
        if (before != null && !place.inForce(before.generation().index())) serving = null;
        if (serving == null && !builder.busy()) open(wanted);
        take(wanted);
        var now = serving;
        if (now != null && !unusable(now.generation(), wanted)) follow(now, wanted);
        if (!builder.busy() && needed(wanted)) make(wanted);
        stand(wanted);
    }

    private boolean needed(SearchStore.Wanted wanted) {
        var now = serving;
        if (now != null) return now.generation().notes().outdated(wanted);
        return asked || TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) >= pace.settle();
    }

    private void open(SearchStore.Wanted wanted) throws IOException {
        var index = place.open();
        if (index.isEmpty()) {
            said = "색인이 없어 데이터베이스에서 새로 만듭니다.";
            return;
        }
        var notes = index.get().notes().flatMap(Notes::read);
        var why = notes.isEmpty() ? "damaged" : notes.get().unusable(wanted);
        if (why != null) {
            index.get().close();
            forget("색인을 쓸 수 없어(" + why + ") 데이터베이스에서 새로 만듭니다.");
            return;
        }
        serve(new Generation(index.get(), notes.orElseThrow()), wanted);
    }

    /** Reads what another node writes, with the dictionary it was written with. */
    private void read(SearchStore.Wanted wanted) throws IOException {
        broken = false;
        var index = place.open();
        var notes =
                index.isEmpty() ? Optional.<Notes>empty() : index.get().notes().flatMap(Notes::read);
        if (notes.isEmpty() || notes.get().unusable(wanted) != null) {
            serving = null;
            return;
        }
        var now = serving;
        if (now != null && now.generation().notes().equals(notes.get()) && now.synonymsNumber() == wanted.synonyms())
            return;
        serve(new Generation(index.orElseThrow(), notes.get()), wanted);
    }

    private void serve(Generation generation, SearchStore.Wanted wanted) {
        var groups = words.groups().stream().map(Words.Group::words).toList();
        serving = new Serving(generation, Synonyms.of(groups, generation.analyser()), wanted.synonyms());
    }

    private boolean unusable(Generation generation, SearchStore.Wanted wanted) throws IOException {
        var why = generation.notes().unusable(wanted);
        if (why == null) return false;
        drop("색인을 쓸 수 없어(" + why + ") 데이터베이스에서 새로 만듭니다.");
        return true;
    }

    private void follow(Serving now, SearchStore.Wanted wanted) throws IOException {
        if (now.synonymsNumber() != wanted.synonyms()) serve(now.generation(), wanted);
        now.generation().follow(store, wanted, kinds.get());
    }

    /** Puts a new index in force once it has followed what changed while it was made. */
    private void take(SearchStore.Wanted wanted) throws IOException {
        var made = builder.made();
        if (made.isEmpty()) return;
        var fresh = made.get();
        fresh.follow(store, wanted, kinds.get());
        fresh.keepNow();
        place.enforce(fresh.index());
        var before = serving;
        serve(fresh, wanted);
        builder.taken();
        said = "색인을 새로 만들었습니다. 문서 " + fresh.index().count() + "건";
        log.info("검색 {}", said);
        if (before != null) before.generation().index().close();
        place.sweep();
    }

    private void make(SearchStore.Wanted wanted) throws IOException {
        if (serving == null) place.sweep();
        builder.start(Notes.of(wanted, words.lexicon()), kinds.get().values());
    }

    private void fail(Exception why) {
        if (stopping) return;
        broken = false;
        if (place.shared()) {
            // a cluster that cannot be reached is not damaged
            state = State.TROUBLED;
            log.warn("검색 클러스터에 닿지 못했습니다: {}", why.toString());
            return;
        }
        log.warn("색인이 망가져 데이터베이스에서 새로 만듭니다.", why);
        try {
            drop("색인이 망가져 데이터베이스에서 새로 만듭니다.");
        } catch (IOException e) {
            log.warn("망가진 색인을 치우지 못했습니다: {}", e.toString());
        }
    }

    private void drop(String why) throws IOException {
        var before = serving;
        serving = null;
        try {
            if (before != null) before.generation().index().close();
        } catch (IOException | RuntimeException e) {
            log.warn("망가진 색인을 닫지 못했습니다: {}", e.toString());
        }
        forget(why);
    }

    private void forget(String why) throws IOException {
        place.forget();
        said = why;
        log.warn(why);
    }

    private void stand(SearchStore.Wanted wanted) throws IOException {
        var now = serving;
        if (now != null) state = builder.busy() ? State.REBUILDING : State.READY;
        else state = State.BUILDING;
        if (state == saidState && said.isEmpty() && System.currentTimeMillis() - saidAt < pace.sayEvery()) return;
        var notes = now == null ? null : now.generation().notes();
        store.say(new SearchStore.Node(
                node,
                place.name(),
                state.name(),
                now == null ? 0 : now.generation().index().count(),
                notes == null ? 0 : notes.words(),
                notes == null ? 0 : notes.rebuild(),
                said,
                wanted.now()));
        saidAt = System.currentTimeMillis();
        saidState = state;
        said = "";
    }

    /** What was followed is kept, so that the next start has little to do. */
    @Override
    public void close() throws IOException {
        stopping = true;
        bell.end();
        Builder.join(thread);
        builder.stop();
        var now = serving;
        serving = null;
        try (lead) {
            if (now == null) return;
            try {
                if (!place.shared() || led) now.generation().keepNow();
            } finally {
                now.generation().index().close();
            }
        }
    }
}
