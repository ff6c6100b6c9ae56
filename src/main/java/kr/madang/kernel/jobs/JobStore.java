package kr.madang.kernel.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of runs in the database. */
@Repository
class JobStore {
    private final JdbcClient db;

    JobStore(JdbcClient db) {
        this.db = db;
    }

    void started(UUID id, String job, String node, Instant at) {
        db.sql("insert into kernel.job_run (id, job, node, started_at) values (:id, :job, :node, :at)")
                .param("id", id)
                .param("job", job)
                .param("node", node)
                .param("at", at)
                .update();
    }

    void succeeded(UUID id, Instant at, String said) {
        db.sql("update kernel.job_run set ended_at = :at, said = :said where id = :id")
                .param("id", id)
                .param("at", at)
                .param("said", said)
                .update();
    }

    void failed(UUID id, Instant at, String error) {
        db.sql("update kernel.job_run set ended_at = :at, error = :error where id = :id")
                .param("id", id)
                .param("at", at)
                .param("error", error)
                .update();
    }

    Optional<Jobs.Due> due(String job) {
        return db.sql("""
                select task_name as job, execution_time as at, picked as running, coalesce(consecutive_failures, 0) as failures
                from kernel.scheduled_task where task_name = :job""")
                .param("job", job)
                .query((row, n) -> new Jobs.Due(
                        row.getString("job"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("running"),
                        row.getInt("failures")))
                .optional();
    }

    List<JobRun> list(String job, int limit) {
        return db.sql("""
                select id, job, node, started_at, ended_at, said, error
                from kernel.job_run where job = :job order by started_at desc limit :limit""")
                .param("job", job)
                .param("limit", limit)
                .query((row, n) -> new JobRun(
                        row.getObject("id", UUID.class),
                        row.getString("job"),
                        row.getString("node"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("ended_at") == null
                                ? null
                                : row.getTimestamp("ended_at").toInstant(),
                        row.getString("said"),
                        row.getString("error")))
                .list();
    }

    /** Forgets old runs. @return how many */
    int forget(Instant before) {
        return db.sql("delete from kernel.job_run where started_at < :before")
                .param("before", before)
                .update();
    }
}
