package kr.madang.kernel.seed;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fills the demo office (시연 사무실): every room's seed that has not run yet, each in one transaction, so a killed fill resumes. */
@Component
public class DemoOffice {
    private final List<Seed> seeds;
    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Clock clock;

    DemoOffice(List<Seed> seeds, JdbcClient db, TransactionOperations transaction, Clock clock) {
        this.seeds = seeds.stream().sorted(Comparator.comparingInt(Seed::order)).toList();
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param progress hears one line per step */
    public void fill(Consumer<String> progress) {
        int step = 0;
        var before = count();
        for (var seed : seeds) {
            step++;
            var name = seed.getClass().getName();
            long start = System.nanoTime();
            int at = step;
            transaction.executeWithoutResult(status -> {
                db.sql("select pg_advisory_xact_lock(hashtext('kernel.seed'))")
                        .query()
                        .listOfRows();
                if (hasRun(name)) return;
                var made = seed.sow(new Draw(name));
                db.sql("insert into kernel.seed_run (name, made, ran_at) values (:name, :made, :at)")
                        .param("name", name)
                        .param("made", made)
                        .param("at", clock.instant())
                        .update();
                progress.accept("[%d/%d] %s: %s (%.1f초)"
                        .formatted(at, seeds.size(), seed.title(), made, (System.nanoTime() - start) / 1e9));
            });
        }
        // without this PostgreSQL plans as if the new tables were empty until its own round a minute later
        if (count() > before) db.sql("analyze").update();
    }

    private long count() {
        return db.sql("select count(*) from kernel.seed_run").query(Long.class).single();
    }

    /** Whether this database holds a demo office. */
    public boolean exists() {
        return db.sql("select exists (select from kernel.seed_run)")
                .query(Boolean.class)
                .single();
    }

    private boolean hasRun(String name) {
        return db.sql("select exists (select from kernel.seed_run where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
