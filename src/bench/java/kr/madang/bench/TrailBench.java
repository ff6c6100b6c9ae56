package kr.madang.bench;

import java.util.List;
import java.util.Map;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.transaction.support.TransactionOperations;

/** The audit trail: writing an entry with its act, and walking the whole chain. */
final class TrailBench implements Bench {
    private static final int ENTRIES = 2000;

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public String goal() {
        return "One act with one trail entry in a transaction of its own (one writer, fsync on), and the verification of the whole chain.";
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        var trail = office.room(Trail.class);
        var transaction = office.room(TransactionOperations.class);
        var appends = Samples.of(
                200,
                ENTRIES,
                () -> transaction.executeWithoutResult(
                        status -> trail.record(Actor.SYSTEM, "kernel", "bench", "bench:1", Map.of("n", 1))));
        var verify = Samples.of(1, 3, () -> office.command("trail"));
        long entries = office.db()
                .sql("select count(*) from kernel.trail_entry")
                .query(Long.class)
                .single();
        return List.of(
                Result.plain("append, median", "%.2f ms".formatted(appends.median())),
                Result.plain("append, p99", "%.2f ms".formatted(appends.at(0.99))),
                Result.plain("verify %,d entries".formatted(entries), "%.0f ms".formatted(verify.median())),
                Result.plain("verified a second", "%,.0f entries".formatted(entries / verify.median() * 1000)));
    }
}
