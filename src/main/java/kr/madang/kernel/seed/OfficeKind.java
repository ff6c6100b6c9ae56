package kr.madang.kernel.seed;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Whether an office is for trying out or for work (시연·운영). Said once, when it first opens, so that the demo accounts with their
 * known password never enter a real office.
 */
public enum OfficeKind {
    DEMO,
    PRODUCTION;

    /** What the office in this database is; empty while it has never been opened. */
    public static Optional<OfficeKind> of(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select to_regclass('kernel.office') is not null")) {
                row.next();
                if (!row.getBoolean(1)) return Optional.empty();
            }
            try (var row = statement.executeQuery("select kind from kernel.office")) {
                return row.next() ? Optional.of(valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** Says it for good; a second word is not heard. */
    public void settle(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into kernel.office (kind, opened_at) values (?, now()) on conflict do nothing")) {
            statement.setString(1, name());
            statement.executeUpdate();
        }
    }
}
