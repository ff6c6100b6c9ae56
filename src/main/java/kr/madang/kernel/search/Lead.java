package kr.madang.kernel.search;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which node writes an index that all of them share (색인 담당): whoever holds a lock in the database, for as long as its connection lives.
 * A node that dies lets go of it, and another one takes over.
 */
final class Lead implements AutoCloseable {
    private static final long LOCK = 0x6d61_6461_6e67_0009L;

    private final DataSource source;
    private @Nullable Connection held;

    Lead(DataSource source) {
        this.source = source;
    }

    /** Asks for the lead and tells whether this node has it. */
    synchronized boolean holds() {
        try {
            var connection = held;
            if (connection != null && connection.isValid(2)) return true;
            close();
            held = take();
            return held != null;
        } catch (SQLException e) {
            close();
            return false;
        }
    }

    private @Nullable Connection take() throws SQLException {
        var connection = source.getConnection();
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                if (row.next() && row.getBoolean(1)) return connection;
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection given back to a pool would keep the lock. */
    @Override
    public synchronized void close() {
        var connection = held;
        held = null;
        if (connection == null) return;
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            // the server drops the lock with the connection
        }
    }
}
