package kr.madang.kernel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a lot over several connections at once that all see the same moment (나란히 읽기). */
@Component
public class SideBySide {
    private final JdbcClient db;
    private final TransactionTemplate own;

    SideBySide(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.own = new TransactionTemplate(transactions);
        own.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        own.setReadOnly(true);
    }

    /**
     * Works on all parts at once, each on a thread and connection of its own that sees what the transaction at hand sees, which has to be
     * one of repeatable reads; a single part here and now.
     *
     * @return what came of each, in their order
     * @throws RuntimeException of the first part that failed, when all have ended
     */
    public <P, R> List<R> each(List<P> parts, Function<P, R> work) {
        if (parts.size() < 2) return parts.stream().map(work).toList();
        var seen = db.sql("select pg_export_snapshot()").query(String.class).single();
        return spread(
                parts,
                part -> Objects.requireNonNull(own.execute(status -> {
                    // its name is made of digits, letters and dashes; the statement takes no parameter
                    db.sql("set transaction snapshot '" + seen + "'").update();
                    return work.apply(part);
                })));
    }

    private static <P, R> List<R> spread(List<P> parts, Function<P, R> work) {
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("side-by-side-", 1).factory())) {
            var all = new ArrayList<Future<R>>();
            for (var part : parts) all.add(threads.submit(() -> work.apply(part)));
            var done = new ArrayList<R>();
            for (var one : all) done.add(await(one));
            return done;
        }
    }

    private static <R> R await(Future<R> one) {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the reading was interrupted", e);
        }
    }
}
