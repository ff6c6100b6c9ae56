package kr.madang.press.coverage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.TransactionException;

/** Tears the line to the database at a chosen statement of a thread, as a program does that dies there. */
@TestComponent
public class Cut implements BeanPostProcessor {
    private static final ThreadLocal<int[]> LEFT = new ThreadLocal<>();
    private static final Set<String> STEPS = Set.of("prepareStatement", "createStatement", "commit");

    /** Works until the n-th statement or commit, counted from 1. @return whether it came so far */
    public boolean off(int n, Runnable work) {
        int[] left = {n};
        LEFT.set(left);
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            if (left[0] > 0) throw e;
        } finally {
            LEFT.remove();
        }
        return left[0] <= 0;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Torn(source) : bean;
    }

    private static final class Torn extends DelegatingDataSource {
        Torn(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Torn.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, m, a) -> {
                        var left = LEFT.get();
                        if (left != null && STEPS.contains(m.getName()) && --left[0] == 0) {
                            connection.unwrap(PgConnection.class).abort(Runnable::run);
                            throw new SQLException("torn at " + m.getName(), "08006");
                        }
                        try {
                            return m.invoke(connection, a);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
