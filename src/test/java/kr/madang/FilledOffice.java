package kr.madang;

import kr.madang.kernel.seed.DemoOffice;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Fills the demo office before the first test of its context runs. */
@TestConfiguration(proxyBeanMethods = false)
class FilledOffice {
    @Bean
    ApplicationRunner filledOffice(DemoOffice demo) {
        return arguments -> demo.fill(System.out::println);
    }
}
