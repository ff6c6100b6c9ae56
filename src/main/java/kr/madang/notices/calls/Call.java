package kr.madang.notices.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;
import kr.madang.notices.calls.CallEvent.Answer;
import org.jspecify.annotations.Nullable;

/** One call-out as its events tell it (비상소집). It never changes; what happens next is asked of it and appended. */
public final class Call {
    /** Where a call stands. */
    public enum State {
        RUNNING,
        /** Nobody is left to be told, and not enough are coming. */
        EXHAUSTED,
        MET,
        ENDED;

        public boolean over() {
            return this == MET || this == ENDED;
        }
    }

    /** Seats of one person in one rung. */
    private record Seat(int rung, String person) {}

    private record Told(Instant last, int attempts) {}

    private static final int LONGEST = 1_000;

    private final List<CallEvent> events;
    private final CallEvent.Started start;
    private final Map<Integer, Instant> opened = new HashMap<>();
    private final Map<Seat, Told> told = new HashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private State state = State.RUNNING;

    private Call(List<CallEvent> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof CallEvent.Started started))
            throw new IllegalArgumentException("a call begins with its start");
        this.events = List.copyOf(events);
        this.start = started;
        events.forEach(this::take);
    }

    /**
     * Calls the first rung.
     *
     * @throws Refused when there is nothing to tell
     */
    public static Call start(Tree tree, String text, boolean drill, Instant at) {
        if (text.isBlank() || text.length() > LONGEST) throw Refused.invalid("notices.calls.text", LONGEST);
        return new Call(List.of(new CallEvent.Started(at, tree, text.strip(), drill), new CallEvent.Opened(at, 0)));
    }

    public static Call replay(List<CallEvent> events) {
        return new Call(events);
    }

    private void take(CallEvent event) {
        switch (event) {
            case CallEvent.Started started -> {}
            case CallEvent.Opened(var at, int rung) -> opened.put(rung, at);
            case CallEvent.Told(var at, int rung, var person, int attempt) ->
                told.put(new Seat(rung, person), new Told(at, attempt));
            case CallEvent.Answered(var at, var person, var answer) -> answers.put(person, answer);
            case CallEvent.Met met -> state = State.MET;
            case CallEvent.Exhausted exhausted -> state = State.EXHAUSTED;
            case CallEvent.Ended ended -> state = State.ENDED;
        }
    }

    // ------------------------------------------------------------------ what happens

    /** The call after everything that is due at the moment; itself when nothing is. Whoever is told stands in a new {@code Told}. */
    public Call at(Instant now) {
        if (state.over() || now.isBefore(events.getLast().at())) return this;
        var step = climb(now);
        if (step.state.over()) return step;
        var more = new ArrayList<CallEvent>();
        var heard = new HashSet<String>();
        for (int rung = 0; rung < step.opened.size(); rung++)
            for (var told : step.tell(rung, now)) if (heard.add(told.person())) more.add(told);
        return more.isEmpty() ? step : step.plus(more);
    }

    /** Opens the next rung when the newest has had its time or can no longer bring enough; a rung opened now has its time before it. */
    private Call climb(Instant now) {
        int newest = opened.size() - 1;
        if (state == State.EXHAUSTED || !(spent(newest, now) || hopeless(newest))) return this;
        if (newest + 1 == start.tree().rungs().size()) return plus(List.of(new CallEvent.Exhausted(now)));
        // somebody of the next rung may have said before that he comes
        var next = plus(List.of(new CallEvent.Opened(now, newest + 1))).met(now);
        return next.state.over() ? next : next.climb(now);
    }

    private boolean spent(int rung, Instant now) {
        return !now.isBefore(since(rung).plus(rung(rung).span()));
    }

    private boolean hopeless(int rung) {
        var people = rung(rung).people();
        long able = people.stream().filter(p -> answers.get(p) != Answer.UNABLE).count();
        return able < rung(rung).enough();
    }

    /** Those of the rung who have not answered, and have not heard anything for so long as the rung waits. */
    private List<CallEvent.Told> tell(int rung, Instant now) {
        var more = new ArrayList<CallEvent.Told>();
        for (var person : rung(rung).people()) {
            var again = again(rung, person);
            if (again == null || now.isBefore(again)) continue;
            var before = told.get(new Seat(rung, person));
            more.add(new CallEvent.Told(now, rung, person, before == null ? 1 : before.attempts() + 1));
        }
        return more;
    }

    private boolean toldOut(int rung, String person) {
        var before = told.get(new Seat(rung, person));
        return before != null && before.attempts() >= rung(rung).most();
    }

    private Optional<Instant> lastTold(String person) {
        return told.entrySet().stream()
                .filter(seat -> seat.getKey().person().equals(person))
                .map(seat -> seat.getValue().last())
                .max(Instant::compareTo);
    }

    /**
     * Somebody says whether he comes; the last word counts, also after it was met.
     *
     * @throws Refused when he was not called, or somebody ended it
     */
    public Call answered(String person, Answer answer, Instant at) {
        if (state == State.ENDED) throw Refused.conflict("notices.calls.ended");
        if (lastTold(person).isEmpty()) throw Refused.invalid("notices.calls.stranger");
        if (answers.get(person) == answer) return this;
        var after = plus(List.of(new CallEvent.Answered(at, person, answer)));
        return after.state == State.MET ? after : after.met(at);
    }

    /** Met when enough people of a rung that has heard are coming. */
    private Call met(Instant at) {
        for (int rung = 0; rung < opened.size(); rung++)
            if (coming(rung) >= rung(rung).enough()) return plus(List.of(new CallEvent.Met(at, rung)));
        return this;
    }

    /** 종료: by somebody, before or after it was met. @throws Refused without a reason, or when it was ended before */
    public Call ended(String reason, Instant at) {
        if (state == State.ENDED) throw Refused.conflict("notices.calls.ended");
        if (reason.isBlank() || reason.length() > LONGEST) throw Refused.invalid("notices.calls.reason", LONGEST);
        return plus(List.of(new CallEvent.Ended(at, reason.strip())));
    }

    private Call plus(List<? extends CallEvent> more) {
        var all = new ArrayList<>(events);
        all.addAll(more);
        return new Call(all);
    }

    // ------------------------------------------------------------------ what there is

    public List<CallEvent> events() {
        return events;
    }

    /** What this call has that the other, from which it came, has not. */
    public List<CallEvent> since(Call earlier) {
        return events.subList(earlier.events.size(), events.size());
    }

    public Tree tree() {
        return start.tree();
    }

    public boolean drill() {
        return start.drill();
    }

    /** As it goes out: a drill says so first. */
    public String text() {
        return start.drill() ? "[훈련] " + start.text() : start.text();
    }

    public State state() {
        return state;
    }

    /** How many rungs have heard. */
    public int opened() {
        return opened.size();
    }

    /** How many of the rung said that they come. */
    public long coming(int rung) {
        return rung(rung).people().stream()
                .filter(p -> answers.get(p) == Answer.COMING)
                .count();
    }

    public Optional<Answer> answer(String person) {
        return Optional.ofNullable(answers.get(person));
    }

    /** When something may be due again; empty when only an answer can change anything. */
    public Optional<Instant> next() {
        if (state.over()) return Optional.empty();
        var moments = new ArrayList<Instant>();
        int newest = opened.size() - 1;
        if (state == State.RUNNING)
            moments.add(
                    hopeless(newest)
                            ? events.getLast().at()
                            : since(newest).plus(rung(newest).span()));
        for (int rung = 0; rung < opened.size(); rung++)
            for (var person : rung(rung).people()) {
                var again = again(rung, person);
                if (again != null) moments.add(again);
            }
        return moments.stream().min(Instant::compareTo);
    }

    private @Nullable Instant again(int rung, String person) {
        if (answers.containsKey(person) || toldOut(rung, person)) return null;
        return lastTold(person).map(last -> last.plus(rung(rung).repeat())).orElse(since(rung));
    }

    private Rung rung(int number) {
        return start.tree().rungs().get(number);
    }

    private Instant since(int rung) {
        var at = opened.get(rung);
        if (at == null) throw new IllegalStateException("rung " + rung + " is not open");
        return at;
    }

    /** How long it took until enough were coming. */
    public Optional<Duration> took() {
        return events.stream()
                .filter(CallEvent.Met.class::isInstance)
                .findFirst()
                .map(met -> Duration.between(start.at(), met.at()));
    }
}
