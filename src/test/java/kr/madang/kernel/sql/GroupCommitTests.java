package kr.madang.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import kr.madang.kernel.sql.GroupCommit.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTests {
    private record Work(int number, int key) {}

    private final List<List<Work>> groups = Collections.synchronizedList(new ArrayList<>());

    private Result<Integer> done(Work work) {
        return new Result.Done<>(work.number() * 10);
    }

    private List<Result<Integer>> note(List<Work> group) {
        groups.add(group);
        return group.stream().map(this::done).toList();
    }

    @Test
    void whoeverComesAloneIsWrittenAtOnceByHisOwnThread() {
        var threads = new ArrayList<Thread>();
        var commit = new GroupCommit<Work, Integer>(1, 8, Work::key, group -> {
            threads.add(Thread.currentThread());
            return note(group);
        });
        assertThat(commit.run(new Work(7, 7))).isEqualTo(70);
        assertThat(groups).containsExactly(List.of(new Work(7, 7)));
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void whoComesWhileOthersWriteIsWrittenTogether() throws Exception {
        var first = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var commit = new GroupCommit<Work, Integer>(1, 3, Work::key, group -> {
            first.countDown();
            await(goOn);
            return note(group);
        });
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            running.add(pool.submit(() -> commit.run(new Work(0, 0))));
            first.await();
            for (int i = 1; i <= 7; i++) {
                var work = new Work(i, i);
                running.add(pool.submit(() -> commit.run(work)));
            }
            // all seven stand in the queue before the first is done
            while (commit.waiting() < 7) Thread.onSpinWait();
            goOn.countDown();
            for (int i = 0; i <= 7; i++) assertThat(running.get(i).get()).isEqualTo(i * 10);
        }
        assertThat(groups).extracting(List::size).containsExactly(1, 3, 3, 1);
    }

    @Test
    void aGroupBesideAnotherBeginsWhenItIsAsLarge() throws Exception {
        var begun = new LinkedBlockingQueue<List<Integer>>();
        var goOn = new ConcurrentHashMap<Integer, CountDownLatch>();
        for (int i = 0; i <= 6; i++) goOn.put(i, new CountDownLatch(1));
        var commit = new GroupCommit<Work, Integer>(2, 8, Work::key, group -> {
            begun.add(group.stream().map(Work::number).sorted().toList());
            await(goOn.get(group.getFirst().key()));
            return note(group);
        });
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            IntConsumer come = i -> running.add(pool.submit(() -> commit.run(new Work(i, i))));
            come.accept(0);
            assertThat(begun.take()).containsExactly(0);
            // beside one who is alone somebody else may be alone
            come.accept(1);
            assertThat(begun.take()).containsExactly(1);
            for (int i = 2; i <= 3; i++) come.accept(i);
            while (commit.waiting() < 2) Thread.onSpinWait();
            goOn.get(0).countDown();
            assertThat(begun.take()).containsExactly(2, 3);
            goOn.get(1).countDown();
            running.get(1).get();
            // beside two nobody begins alone
            come.accept(4);
            while (commit.waiting() < 1) Thread.onSpinWait();
            assertThat(begun).isEmpty();
            come.accept(5);
            assertThat(begun.take()).containsExactly(4, 5);
            // but nobody waits longer than for those who write
            come.accept(6);
            while (commit.waiting() < 1) Thread.onSpinWait();
            for (int i = 2; i <= 5; i++) goOn.get(i).countDown();
            assertThat(begun.take()).containsExactly(6);
            goOn.get(6).countDown();
            for (int i = 0; i <= 6; i++) assertThat(running.get(i).get()).isEqualTo(i * 10);
        }
    }

    @Test
    void eachIsDoneOnceWithItsOwnResultAndNoKeyTwiceAtATime() throws Exception {
        var inHand = ConcurrentHashMap.<Integer>newKeySet();
        var twice = new AtomicInteger();
        var commit = new GroupCommit<Work, Integer>(2, 5, Work::key, group -> {
            for (var work : group) if (!inHand.add(work.key())) twice.incrementAndGet();
            Thread.yield();
            group.forEach(work -> inHand.remove(work.key()));
            return note(group);
        });
        crowd(commit, 64, 200, i -> i % 11);
        assertThat(twice).hasValue(0);
        var all = groups.stream().flatMap(List::stream).map(Work::number).toList();
        assertThat(all).hasSize(64 * 200).doesNotHaveDuplicates();
        assertThat(groups).allMatch(group -> group.size() <= 5);
    }

    @Test
    void aRefusalKeepsNobodyElse() throws Exception {
        var commit = new GroupCommit<Work, Integer>(2, 16, Work::key, group -> group.stream()
                .map(work -> work.number() % 3 == 0
                        ? new Result.Failed<Integer>(new IllegalArgumentException("no " + work.number()))
                        : done(work))
                .toList());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 3_000; i++) {
                var work = new Work(i, i);
                running.add(pool.submit(() -> commit.run(work)));
            }
            for (int i = 0; i < 3_000; i++) {
                var one = running.get(i);
                if (i % 3 == 0)
                    assertThatThrownBy(one::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasRootCauseMessage("no " + i);
                else assertThat(one.get()).isEqualTo(i * 10);
            }
        }
    }

    @Test
    void whenAGroupBreaksEachIsTriedByItself() throws Exception {
        Set<Integer> kept = ConcurrentHashMap.newKeySet();
        var commit = new GroupCommit<Work, Integer>(2, 16, Work::key, group -> {
            // as a transaction would: nothing of a broken group stays
            if (group.stream().anyMatch(work -> work.number() % 50 == 0)) throw new IllegalStateException("broken");
            for (var work : group) if (!kept.add(work.number())) throw new IllegalStateException("twice");
            return group.stream().map(this::done).toList();
        });
        var failed = new HashSet<Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 2_000; i++) {
                var work = new Work(i, i);
                running.add(pool.submit(() -> commit.run(work)));
            }
            for (int i = 0; i < 2_000; i++)
                try {
                    assertThat(running.get(i).get()).isEqualTo(i * 10);
                } catch (ExecutionException e) {
                    failed.add(i);
                }
        }
        assertThat(failed).hasSize(40).allMatch(i -> i % 50 == 0);
        assertThat(kept).hasSize(1_960);
    }

    @Test
    void anErrorReachesItsOwnerAndTheNextIsServed() {
        var commit = new GroupCommit<Work, Integer>(1, 4, Work::key, group -> {
            if (group.getFirst().number() == 1) throw new StackOverflowError();
            return note(group);
        });
        assertThatThrownBy(() -> commit.run(new Work(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(commit.run(new Work(2, 1))).isEqualTo(20);
    }

    @Test
    void anInterruptedThreadGetsItsResultAndStaysInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var commit = new GroupCommit<Work, Integer>(1, 4, Work::key, group -> {
            begun.countDown();
            await(goOn);
            return note(group);
        });
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var leader = pool.submit(() -> commit.run(new Work(1, 1)));
            begun.await();
            var answer = new int[1];
            var marked = new boolean[1];
            var waiting = Thread.ofVirtual().start(() -> {
                answer[0] = commit.run(new Work(2, 2));
                marked[0] = Thread.currentThread().isInterrupted();
            });
            while (commit.waiting() < 1) Thread.onSpinWait();
            waiting.interrupt();
            goOn.countDown();
            waiting.join();
            assertThat(leader.get()).isEqualTo(10);
            assertThat(answer[0]).isEqualTo(20);
            assertThat(marked[0]).isTrue();
        }
    }

    private interface Key {
        int of(int number);
    }

    private static void crowd(GroupCommit<Work, Integer> commit, int people, int each, Key key) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int p = 0; p < people; p++) {
                int from = p * each;
                running.add(pool.submit(() -> {
                    for (int i = from; i < from + each; i++)
                        assertThat(commit.run(new Work(i, key.of(i)))).isEqualTo(i * 10);
                }));
            }
            for (var one : running) one.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
