package kr.madang.kernel.crypto;

import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timed work of field encryption. */
@Configuration(proxyBeanMethods = false)
class KeyJobs {
    @Bean
    Job resealing(Keys keys) {
        return new Resealing(keys);
    }

    /** Finishes a change of keys at night; with nothing to do it only asks each column. */
    private record Resealing(Keys keys) implements Job {
        @Override
        public String name() {
            return "keys.reseal";
        }

        @Override
        public Timing timing() {
            return Timing.daily(2, 30);
        }

        @Override
        public String run() {
            return keys.resealAll() + "건 다시 암호화";
        }
    }
}
