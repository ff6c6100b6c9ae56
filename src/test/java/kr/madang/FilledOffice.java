package kr.madang;

import javax.sql.DataSource;
import kr.madang.kernel.seed.DemoOffice;
import kr.madang.kernel.seed.OfficeKind;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Fills the demo office, and says that it is one, before the first test of its context runs. */
@TestConfiguration(proxyBeanMethods = false)
class FilledOffice {
    @Bean
    ApplicationRunner filledOffice(DemoOffice demo, DataSource database) {
        return arguments -> {
            OfficeKind.DEMO.settle(database);
            demo.fill(System.out::println);
        };
    }
}
