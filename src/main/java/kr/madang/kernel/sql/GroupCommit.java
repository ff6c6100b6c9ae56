package kr.madang.kernel.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work of the same moment shares one transaction (group commit). Whoever comes while others are writing waits for them, or until
 * as many wait as are being written, and is then written together with everybody else who came meanwhile; whoever comes alone is written
 * at once, by his own thread.
 *
 * @param <T> a piece of work; carried out by whichever thread leads its group, so it must not lean on the thread it came on
 */
public final class GroupCommit<T, R> {
    /** What came of one piece of work. */
    public sealed interface Result<R> {
        record Done<R>(R value) implements Result<R> {}

        /** It did nothing, and kept nobody else of its group from his. */
        record Failed<R>(RuntimeException why) implements Result<R> {}

        default R get() {
            return switch (this) {
                case Done<R>(var value) -> value;
                case Failed<R>(var why) -> throw why;
            };
        }
    }

    private final Semaphore turns;
    private final int most;
    private final Function<T, ?> key;
    private final Function<List<T>, List<Result<R>>> together;
    private final Set<Ticket> queue = new LinkedHashSet<>();
    private final Set<Object> busy = new HashSet<>();
    private final List<List<Ticket>> underway = new ArrayList<>();

    /**
     * @param groups how many groups may write at once
     * @param most how many may share a transaction
     * @param key two pieces of work with the same key are never in hand at the same time
     * @param together carries out a group in one transaction, answering in its order; when it throws, nothing happened, and each of the
     *     group is tried by itself
     */
    public GroupCommit(int groups, int most, Function<T, ?> key, Function<List<T>, List<Result<R>>> together) {
        this.turns = new Semaphore(groups);
        this.most = most;
        this.key = key;
        this.together = together;
    }

    /** @throws RuntimeException what its own work failed with */
    public R run(T work) {
        var mine = new Ticket(work, Thread.currentThread());
        synchronized (queue) {
            queue.add(mine);
        }
        boolean interrupted = false;
        while (mine.result == null) {
            if (!lead()) LockSupport.park(this);
            // an interrupted thread would not park, and its work is on its way
            interrupted |= Thread.interrupted();
        }
        if (interrupted) Thread.currentThread().interrupt();
        return mine.result.get();
    }

    /** How many are in no group yet. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    /** Carries out what waits, one's own or not. @return false when there was no turn to take or nothing to do */
    private boolean lead() {
        if (!turns.tryAcquire()) return false;
        List<Ticket> group = List.of();
        try {
            group = take();
            settle(group);
            return !group.isEmpty();
        } finally {
            turns.release();
            leave(group);
        }
    }

    private List<Ticket> take() {
        synchronized (queue) {
            var group = new ArrayList<Ticket>();
            if (!enough()) return group;
            for (var waiting = queue.iterator(); waiting.hasNext() && group.size() < most; ) {
                var ticket = waiting.next();
                if (!busy.add(key.apply(ticket.work))) continue;
                waiting.remove();
                group.add(ticket);
            }
            underway.add(group);
            return group;
        }
    }

    /** Beside others a group begins when it is as large: the first who comes back from one would else make the next one alone. */
    private boolean enough() {
        return underway.stream().allMatch(others -> queue.size() >= others.size());
    }

    /** Wakes the next who can lead: his work waits, or waited for ours. */
    private void leave(List<Ticket> group) {
        synchronized (queue) {
            for (var ticket : group) busy.remove(key.apply(ticket.work));
            underway.removeIf(one -> one == group);
            if (!enough()) return;
            for (var waiting : queue) {
                if (busy.contains(key.apply(waiting.work))) continue;
                LockSupport.unpark(waiting.owner);
                return;
            }
        }
    }

    private void settle(List<Ticket> group) {
        if (group.isEmpty()) return;
        try {
            var results =
                    together.apply(group.stream().map(ticket -> ticket.work).toList());
            for (int i = 0; i < group.size(); i++) group.get(i).settle(results.get(i));
        } catch (RuntimeException | Error e) {
            if (group.size() == 1) group.getFirst().settle(failed(e));
            else for (var ticket : group) settle(List.of(ticket));
        }
    }

    private static <R> Result<R> failed(Throwable why) {
        return new Result.Failed<>(
                why instanceof RuntimeException known
                        ? known
                        : new IllegalStateException("work of a group broke off", why));
    }

    private final class Ticket {
        private final T work;
        private final Thread owner;
        private volatile @Nullable Result<R> result;

        Ticket(T work, Thread owner) {
            this.work = work;
            this.owner = owner;
        }

        void settle(Result<R> answer) {
            result = answer;
            LockSupport.unpark(owner);
        }
    }
}
