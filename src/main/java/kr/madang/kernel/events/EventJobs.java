package kr.madang.kernel.events;

import java.time.Clock;
import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timed work of the outbox. */
@Configuration(proxyBeanMethods = false)
class EventJobs {
    @Bean
    Job resubmission(Events events) {
        return new Resubmission(events);
    }

    @Bean
    Job forgetEvents(EventStore store, Clock clock) {
        return new Forget(store, clock);
    }

    private record Resubmission(Events events) implements Job {
        @Override
        public String name() {
            return "events.resubmission";
        }

        @Override
        public Timing timing() {
            return Timing.every(Duration.ofSeconds(30));
        }

        @Override
        public String run() {
            events.resubmitDue();
            return "멈춘 이벤트 " + events.countStuck() + "건";
        }
    }

    /** Delivered events are kept for thirty days, to see what happened. */
    private record Forget(EventStore store, Clock clock) implements Job {
        @Override
        public String name() {
            return "events.retention";
        }

        @Override
        public Timing timing() {
            return Timing.daily(4, 10);
        }

        @Override
        public String run() {
            return store.forget(clock.instant().minus(Duration.ofDays(30))) + "건 정리";
        }
    }
}
