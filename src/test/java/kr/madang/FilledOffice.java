package kr.madang;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import kr.madang.kernel.seed.DemoOffice;
import kr.madang.kernel.seed.OfficeKind;
import kr.madang.notices.carriers.push.PushService;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The demo office of a test context: filled before the first test of the context runs, and said to be one. Its database and its files are
 * there before anything of the context is made, because the keys lie among the files.
 */
class FilledOffice implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final String PUSH = "madang.notices.push.services=";

    @Override
    public void initialize(GenericApplicationContext context) {
        TestPropertyValues.of(PUSH + PushService.running().origin()).applyTo(context);
        var mould = new Mould(Path.of(context.getEnvironment().getRequiredProperty("madang.data")));
        var database = database(mould);
        context.registerBean("dataSource", HikariDataSource.class, () -> TestPostgres.pooled(database));
        context.registerBean(
                "filledOffice",
                ApplicationRunner.class,
                () -> fill(mould, context.getBean(DemoOffice.class), context.getBean(DataSource.class)));
    }

    private static DataSource database(Mould mould) {
        try {
            return mould.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApplicationRunner fill(Mould mould, DemoOffice demo, DataSource database) {
        return arguments -> {
            try {
                OfficeKind.DEMO.settle(database);
                demo.fill(System.out::println);
                mould.keep(database);
            } finally {
                mould.release();
            }
        };
    }
}
