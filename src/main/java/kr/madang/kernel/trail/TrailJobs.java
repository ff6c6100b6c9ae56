package kr.madang.kernel.trail;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timed work of the trail. */
@Configuration(proxyBeanMethods = false)
class TrailJobs {
    @Bean
    Job anchor(Sealer sealer, Anchors anchors, TrailStore store) {
        return new Anchor(sealer, anchors, store);
    }

    /** Seals what a killed node left waiting, and keeps a line of the day outside the database. */
    private record Anchor(Sealer sealer, Anchors anchors, TrailStore store) implements Job {
        @Override
        public String name() {
            return "trail.anchor";
        }

        @Override
        public Timing timing() {
            return Timing.every(Duration.ofMinutes(1));
        }

        @Override
        public String run() {
            long sealed = sealer.seal();
            store.head().ifPresent(anchors::keepDay);
            return "봉인 " + sealed + "건";
        }
    }
}
