package kr.madang.approvals.desk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.kernel.sql.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A program of 32 writers that draw numbers for a span of papers; what has its number already is left out. For the benches only. */
public final class NumberWriters {
    public static final int UNITS = 16;
    private static final int WRITERS = 32;
    private static final int GROUP = 10;

    private final String[] args;
    private final ConcurrentLinkedQueue<Integer> work = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final int to;

    private NumberWriters(String[] args) {
        this.args = args;
        this.to = Integer.parseInt(args[5]);
    }

    /** url, user, password, register, first paper, paper after the last. */
    public static void main(String[] args) throws Exception {
        var writers = new NumberWriters(args);
        writers.run();
        System.exit(writers.failed.get() == 0 ? 0 : 1);
    }

    private void run() throws Exception {
        Set<UUID> done;
        try (var connection = open()) {
            done = new HashSet<>(Sql.client(new SingleConnectionDataSource(connection, true))
                    .sql("select paper from approvals.register_entry where register = :register")
                    .param("register", args[3])
                    .query(UUID.class)
                    .list());
        }
        for (int i = Integer.parseInt(args[4]); i < to; i += GROUP) if (!done.contains(paper(i))) work.add(i);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < WRITERS; w++) pool.execute(this::write);
        }
    }

    private void write() {
        try (var connection = open()) {
            connection.setAutoCommit(false);
            var registers = new RegisterStore(Sql.client(new SingleConnectionDataSource(connection, true)));
            for (var from = work.poll(); from != null; from = work.poll()) write(connection, registers, from);
        } catch (Exception e) {
            failed.incrementAndGet();
            e.printStackTrace();
        }
    }

    private void write(Connection connection, RegisterStore registers, int from) throws Exception {
        var unit = "N%06d".formatted(from / GROUP % UNITS);
        try {
            for (int i = from; i < Math.min(from + GROUP, to); i++)
                registers.draw(args[3], unit, "과", 2026, paper(i), Instant.EPOCH);
            connection.commit();
        } catch (DuplicateKeyException e) {
            // the commit of a killed program had arrived after all
            connection.rollback();
        }
    }

    private Connection open() throws Exception {
        return DriverManager.getConnection(args[0], args[1], args[2]);
    }

    private static UUID paper(int n) {
        return new UUID(0x7000, 0x8000_0000_0000_0000L | n);
    }
}
