package kr.madang.kernel.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the jobs of all rooms on their timing (정기 작업 실행), together with the other nodes of the office. */
public class Jobs implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int AT_ONCE = 4;

    /**
     * How impatient the scheduler is.
     *
     * @param poll how often it looks for due jobs
     * @param heartbeat how often a running job shows life; after four missed ones another node takes over
     */
    record Pace(Duration poll, Duration heartbeat) {
        static final Pace OFFICE = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /** How a job stands in the shared schedule. @param failures in a row */
    public record Due(String job, Instant at, boolean running, int failures) {}

    /** A job and how it stands; {@code due} is empty before the first start of the scheduler. */
    public record Standing(Job job, Optional<Due> due, List<JobRun> runs) {}

    private final Map<String, Job> jobs = new TreeMap<>();
    private final JobStore store;
    private final DataSource source;
    private final Trail trail;
    private final Clock clock;
    private final String node;
    private final boolean enabled;
    private final Pace pace;
    private volatile @org.jspecify.annotations.Nullable Scheduler scheduler;

    Jobs(
            Collection<Job> jobs,
            JobStore store,
            DataSource source,
            Trail trail,
            Clock clock,
            String node,
            boolean enabled,
            Pace pace) {
        for (var job : jobs)
            if (this.jobs.put(job.name(), job) != null) throw new IllegalStateException("two jobs named " + job.name());
        this.store = store;
        this.source = source;
        this.trail = trail;
        this.clock = clock;
        this.node = node;
        this.enabled = enabled;
        this.pace = pace;
    }

    public List<Standing> list() {
        return jobs.values().stream()
                .sorted(Comparator.comparing(Job::name))
                .map(job -> standing(job, 1))
                .toList();
    }

    /** @throws Refused {@code kernel.job.unknown} */
    public Standing get(String name) {
        return standing(job(name), 20);
    }

    private Standing standing(Job job, int runs) {
        return new Standing(job, store.due(job.name()), store.list(job.name(), runs));
    }

    /** Makes the job due now, on whichever node looks first. @throws Refused {@code kernel.job.running} while it runs */
    public void runNow(Actor by, String name) {
        var job = job(name);
        var at = scheduler;
        if (at == null) throw new Refused(Refused.Reason.UNAVAILABLE, "kernel.job.off");
        try {
            at.reschedule(TaskInstanceId.of(job.name(), RecurringTask.INSTANCE), clock.instant());
        } catch (RuntimeException e) {
            // the library refuses to move a run that has been picked up
            throw Refused.conflict("kernel.job.running");
        }
        trail.record(by, "kernel", "job.started", "job:" + name, Map.of());
        at.triggerCheckForDueExecutions();
    }

    private Job job(String name) {
        var job = jobs.get(name);
        if (job == null) throw Refused.missing("kernel.job.unknown", name);
        return job;
    }

    @Override
    public void start() {
        if (!enabled) return;
        var tasks = jobs.values().stream().map(this::task).toList();
        var started = Scheduler.create(source, List.<Task<?>>of())
                .tableName("kernel.scheduled_task")
                .schedulerName(new SchedulerName.Fixed(node))
                // threads of the machine: a job that only computes never steps aside, and would take the pages' place
                // on the virtual ones
                .threads(AT_ONCE)
                .pollingInterval(pace.poll())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .enableImmediateExecution()
                .startTasks(tasks)
                .build();
        started.start();
        scheduler = started;
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), schedule(job.timing())).execute((instance, context) -> run(job));
    }

    private void run(Job job) {
        var id = Id.next(clock.instant());
        store.started(id, job.name(), node, clock.instant());
        try {
            var said = job.run();
            store.succeeded(id, clock.instant(), said);
        } catch (RuntimeException | Error e) {
            log.error("정기 작업 {}이(가) 실패했습니다.", job.name(), e);
            store.failed(id, clock.instant(), e.getClass().getSimpleName() + ": " + e.getMessage());
            throw e;
        }
    }

    private static Schedule schedule(Timing timing) {
        return switch (timing) {
            case Timing.Every(var pause) -> Schedules.fixedDelay(pause);
            case Timing.Daily(var at) -> Schedules.daily(SEOUL, at);
            case Timing.Cron(var pattern) -> new CronSchedule(pattern, SEOUL);
        };
    }

    @Override
    public void stop() {
        var running = scheduler;
        scheduler = null;
        if (running != null) running.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
