package kr.madang.notices.carriers;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Shares the messages of a channel among its carriers (발송 연결 균형). All begin with the same share; a carrier that errs or is slow loses
 * half of its share at a time and gets it back little by little; none falls below a small share, so that its recovery is seen. A value:
 * every verb gives a new one, and {@link #changes} says what changed and why.
 *
 * <p>The beginning was the rule of GOV.UK Notify: more than 50 errors in a minute, or 15 of a hundred slow in 15 minutes, cost ten
 * points; every five minutes ten points come back. Counting errors instead of weighing them cuts a busy carrier for one error in
 * ten thousand and never cuts an idle one, so here it is a share of at least {@value #ENOUGH} answers; and halving leaves a dead carrier in
 * four minutes instead of ten.
 */
public record Balance(Map<String, Standing> standings, Optional<String> pinned, List<Change> changes) {
    static final int MIDDLE = 100;
    static final int LEAST = 5;
    static final int STEP = 10;
    static final int ENOUGH = 20;
    static final int BAD_PERCENT = 5;
    static final int SLOW_PERCENT = 15;
    static final Duration ERRORS_OF = Duration.ofMinutes(2);
    static final Duration MEMORY = Duration.ofMinutes(15);
    static final Duration BETWEEN_CUTS = Duration.ofMinutes(1);
    static final Duration BETWEEN_RAISES = Duration.ofMinutes(5);
    /** An answer that takes longer is slow. */
    public static final Duration SLOW = Duration.ofSeconds(5);

    private static final int KEPT = 200;

    /** Something that changed, and why (비중 변경). @param from, to the share before and after; equal when it is about rest or pin */
    public record Change(Instant at, String carrier, What what, int from, int to, String why) {}

    /** What changed. */
    public enum What {
        CUT,
        RAISED,
        RESTED,
        WOKEN,
        PINNED,
        UNPINNED
    }

    /** Answers of a carrier. @param slow how many of them, good or bad, took longer than {@link #SLOW} */
    public record Seen(int good, int bad, int slow) {
        /** Counts the answers to parcels handed together. What is wrong with a number is not the carrier's fault. */
        public static Seen of(List<Answer> answers, Duration took) {
            int bad = (int) answers.stream().filter(Seen::bad).count();
            return new Seen(answers.size() - bad, bad, took.compareTo(SLOW) > 0 ? answers.size() : 0);
        }

        private static boolean bad(Answer answer) {
            return switch (answer) {
                case Answer.Handed _ -> false;
                case Answer.Rejected rejected -> !rejected.forGood();
                case Answer.Throttled _, Answer.Unsent _, Answer.Unknown _, Answer.NotReceived _ -> true;
            };
        }
    }

    public Balance {
        standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
        changes = List.copyOf(changes);
    }

    /** All alike. */
    public static Balance of(List<String> carriers, Instant now) {
        var standings = new LinkedHashMap<String, Standing>();
        for (var carrier : carriers)
            standings.put(carrier, new Standing(carrier, MIDDLE, Optional.empty(), Instant.EPOCH, now, List.of()));
        return new Balance(standings, Optional.empty(), List.of());
    }

    // ------------------------------------------------------------------ choosing

    /**
     * The carrier for the next parcels. What somebody pinned is taken or nothing: it waits while that one rests, because going elsewhere
     * is what the pin forbids.
     *
     * @param chance from 0 to 1, new each time
     */
    public Optional<String> choose(double chance) {
        var working = standings.values().stream()
                .filter(s -> s.resting().isEmpty())
                .filter(s -> pinned.map(s.carrier()::equals).orElse(true))
                .toList();
        double left = chance * working.stream().mapToInt(Standing::weight).sum();
        for (var standing : working) {
            left -= standing.weight();
            if (left < 0) return Optional.of(standing.carrier());
        }
        return working.isEmpty()
                ? Optional.empty()
                : Optional.of(working.getLast().carrier());
    }

    // ------------------------------------------------------------------ seeing

    public Balance seen(String carrier, Seen seen, Instant now) {
        return with(carrier, standing -> standing.seen(seen, now.truncatedTo(ChronoUnit.MINUTES), MEMORY));
    }

    /** Judges what was seen; any number of times a minute. */
    public Balance judge(Instant now) {
        var next = this;
        for (var standing : standings.values()) next = next.judge(standing, now);
        return next;
    }

    private Balance judge(Standing standing, Instant now) {
        if (standing.reduced().plus(BETWEEN_CUTS).isAfter(now)) return this;
        var fault = fault(standing, now);
        if (fault.isPresent()) return cut(standing, fault.get(), now);
        boolean due = !standing.raised().plus(BETWEEN_RAISES).isAfter(now);
        return due && standing.weight() < MIDDLE ? raise(standing, now) : this;
    }

    /** Only what came after the last cut counts: one bad minute is one cut. */
    private static Optional<String> fault(Standing standing, Instant now) {
        var errors = standing.since(later(now.minus(ERRORS_OF), standing.reduced()));
        if (errors.all() >= ENOUGH && errors.bad() * 100L >= (long) BAD_PERCENT * errors.all())
            return Optional.of("errors " + errors.bad() + "/" + errors.all());
        var slow = standing.since(later(now.minus(MEMORY), standing.reduced()));
        if (slow.all() >= ENOUGH && slow.slow() * 100L >= (long) SLOW_PERCENT * slow.all())
            return Optional.of("slow " + slow.slow() + "/" + slow.all());
        return Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Balance cut(Standing standing, String why, Instant now) {
        int weight = Math.max(LEAST, standing.weight() / 2);
        var next = with(standing.carrier(), s -> s.cut(weight, now));
        if (weight == standing.weight()) return next;
        return next.change(new Change(now, standing.carrier(), What.CUT, standing.weight(), weight, why));
    }

    private Balance raise(Standing standing, Instant now) {
        int weight = Math.min(MIDDLE, standing.weight() + STEP);
        return with(standing.carrier(), s -> s.raise(weight, now))
                .change(new Change(now, standing.carrier(), What.RAISED, standing.weight(), weight, "no fault"));
    }

    // ------------------------------------------------------------------ resting and pinning

    /** Tells whether the carrier can carry. @param trouble as {@link Carrier#trouble} says */
    public Balance link(String carrier, Optional<String> trouble, Instant now) {
        var standing = standings.get(carrier);
        if (standing == null || standing.resting().isPresent() == trouble.isPresent()) return this;
        return with(carrier, s -> s.rest(trouble))
                .change(new Change(
                        now,
                        carrier,
                        trouble.isPresent() ? What.RESTED : What.WOKEN,
                        standing.weight(),
                        standing.weight(),
                        trouble.orElse("link is up")));
    }

    /** @throws IllegalArgumentException when there is no such carrier */
    public Balance pin(String carrier, String why, Instant now) {
        var standing = standings.get(carrier);
        if (standing == null) throw new IllegalArgumentException("no such carrier: " + carrier);
        return new Balance(standings, Optional.of(carrier), changes)
                .change(new Change(now, carrier, What.PINNED, standing.weight(), standing.weight(), why));
    }

    public Balance unpin(String why, Instant now) {
        if (pinned.isEmpty()) return this;
        int weight = Optional.ofNullable(standings.get(pinned.get()))
                .map(Standing::weight)
                .orElse(0);
        return new Balance(standings, Optional.empty(), changes)
                .change(new Change(now, pinned.get(), What.UNPINNED, weight, weight, why));
    }

    private Balance with(String carrier, UnaryOperator<Standing> how) {
        var next = new LinkedHashMap<>(standings);
        next.computeIfPresent(carrier, (_, standing) -> how.apply(standing));
        return new Balance(next, pinned, changes);
    }

    /** The newest are kept, the newest last. */
    private Balance change(Change change) {
        var next = new ArrayList<>(changes);
        next.add(change);
        return new Balance(standings, pinned, next.subList(Math.max(0, next.size() - KEPT), next.size()));
    }
}
