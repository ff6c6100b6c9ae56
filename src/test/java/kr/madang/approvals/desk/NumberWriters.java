package kr.madang.approvals.desk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.kernel.sql.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A program of many writers that draw numbers for a span of papers; what has its number already is left out, so it can be killed and
 * started again. Tests and benches run it as a process of its own.
 */
public final class NumberWriters {
    public static final int UNITS = 16;

    /** Every so manyth paper draws a second number in the same transaction, as a notice does. */
    static final int SECOND = 25;

    private final Work work;
    private final ConcurrentLinkedQueue<Integer> groups = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();

    /**
     * What one program does.
     *
     * @param second register of the second numbers; empty when papers draw none
     * @param from first paper
     * @param to the paper after the last
     * @param group papers to a transaction
     */
    public record Work(
            String url,
            String user,
            String password,
            String register,
            String second,
            int from,
            int to,
            int writers,
            int group) {
        public String[] args() {
            return new String[] {
                url, user, password, register, second, "" + from, "" + to, "" + writers, "" + group,
            };
        }

        static Work of(String[] args) {
            return new Work(
                    args[0],
                    args[1],
                    args[2],
                    args[3],
                    args[4],
                    Integer.parseInt(args[5]),
                    Integer.parseInt(args[6]),
                    Integer.parseInt(args[7]),
                    Integer.parseInt(args[8]));
        }

        Connection open() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    private NumberWriters(Work work) {
        this.work = work;
    }

    /** Takes what {@link Work#args()} gives. */
    public static void main(String[] args) throws Exception {
        var writers = new NumberWriters(Work.of(args));
        writers.run();
        System.exit(writers.failed.get() == 0 ? 0 : 1);
    }

    private void run() throws Exception {
        var done = done();
        for (int i = work.from(); i < work.to(); i += work.group()) if (!done.contains(paper(i))) groups.add(i);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < work.writers(); w++) pool.execute(this::write);
        }
    }

    private Set<UUID> done() throws SQLException {
        try (var connection = work.open()) {
            return new HashSet<>(Sql.client(new SingleConnectionDataSource(connection, true))
                    .sql("select paper from approvals.register_entry where register = :register")
                    .param("register", work.register())
                    .query(UUID.class)
                    .list());
        }
    }

    private void write() {
        try (var connection = work.open()) {
            var registers = new RegisterStore(Sql.client(new SingleConnectionDataSource(connection, true)));
            for (var from = groups.poll(); from != null; from = groups.poll()) write(connection, registers, from);
        } catch (Exception e) {
            failed.incrementAndGet();
            e.printStackTrace();
        }
    }

    private void write(Connection connection, RegisterStore registers, int from) throws SQLException {
        // one number is one statement and so a transaction without being told
        boolean one = work.group() == 1 && !second(from);
        connection.setAutoCommit(one);
        try {
            for (int i = from; i < Math.min(from + work.group(), work.to()); i++) draw(registers, from, i);
            if (!one) connection.commit();
        } catch (DuplicateKeyException e) {
            // the commit of a killed program had arrived after all
            if (!one) connection.rollback();
        }
    }

    /** In the order in which an approval draws them. */
    private void draw(RegisterStore registers, int group, int i) {
        var unit = "N%06d".formatted(group / work.group() % UNITS);
        draw(registers, new RegisterStore.Series(work.register(), unit, 2026), paper(i));
        if (second(i)) draw(registers, new RegisterStore.Series(work.second(), "", 2026), paper(i));
    }

    static long draw(RegisterStore registers, RegisterStore.Series series, UUID paper) {
        return registers.draw(series, List.of(new RegisterStore.Numbered("과", paper, null, Instant.EPOCH)));
    }

    private boolean second(int i) {
        return !work.second().isEmpty() && i % SECOND == 0;
    }

    public static UUID paper(int n) {
        return new UUID(0x7000, 0x8000_0000_0000_0000L | n);
    }
}
