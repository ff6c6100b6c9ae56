package kr.madang.kernel.jobs;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import kr.madang.kernel.trail.Trail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;

/** Puts timed work together. Commands open the house without its web pages; jobs do not run there. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    @Bean
    Jobs jobs(
            List<Job> jobs,
            JobStore store,
            DataSource source,
            Trail trail,
            Clock clock,
            ApplicationContext context,
            @Value("${madang.jobs.enabled:true}") boolean enabled) {
        boolean serving = enabled && context instanceof WebApplicationContext;
        var node = ManagementFactory.getRuntimeMXBean().getName();
        return new Jobs(jobs, store, source, trail, clock, node, serving, Jobs.Pace.OFFICE);
    }

    @Bean
    Job forgetRuns(JobStore store, Clock clock) {
        return new ForgetRuns(store, clock);
    }

    /** Runs are kept for a year. */
    private record ForgetRuns(JobStore store, Clock clock) implements Job {
        private static final Duration KEPT = Duration.ofDays(365);

        @Override
        public String name() {
            return "jobs.retention";
        }

        @Override
        public Timing timing() {
            return Timing.daily(4, 0);
        }

        @Override
        public String run() {
            return store.forget(clock.instant().minus(KEPT)) + "건 정리";
        }
    }
}
