package kr.madang.notices.carriers.table;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages through a relay's table (테이블 연동 발송). A bundle is one transaction: before its commit nothing was handed over, after it
 * everything, and only a commit nobody confirmed leaves a doubt. The table must be one that keeps transactions.
 *
 * <p>Whether a message is there can be asked afterwards. Where the database holds references unique, the question itself waits for a
 * commit that is still on its way, so "it is not there" is the last word; elsewhere it is not, and the message stays unknown.
 */
public final class TableCarrier implements Carrier {
    private static final Logger log = LoggerFactory.getLogger(TableCarrier.class);
    private static final int TOGETHER = 500;
    private static final int CONNECTIONS = 4;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int ASK_SECONDS = 10;
    private static final int MOST_SECONDS = 60;
    private static final String TWICE = "23505";

    /** Why the database cannot be reached, believed for a while. */
    private record Trouble(String why, Instant until) {}

    private final TableSettings settings;
    private final Rows rows;
    private final Clock clock;
    private final HikariDataSource pool;
    private final Results results;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private volatile Optional<Boolean> unique = Optional.empty();

    public TableCarrier(TableSettings settings, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        rows = new Rows(settings);
        pool = pool(settings);
        results = new Results(settings, rows, pool, receipts, clock);
    }

    private static HikariDataSource pool(TableSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("notices-table");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setAutoCommit(false);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setInitializationFailTimeout(-1);
        // a relay's columns are numbers here and letters there; PostgreSQL is told to see for itself
        if (settings.url().startsWith("jdbc:postgresql:")) {
            config.addDataSourceProperty("stringtype", "unspecified");
            config.addDataSourceProperty("socketTimeout", Integer.toString(MOST_SECONDS));
        }
        return new HikariDataSource(config);
    }

    // ------------------------------------------------------------------ handing over

    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        var answers = new ArrayList<Answer>(parcels.size());
        for (int from = 0; from < parcels.size(); from += TOGETHER)
            answers.addAll(bundle(parcels.subList(from, Math.min(parcels.size(), from + TOGETHER)), until));
        return answers;
    }

    private List<Answer> bundle(List<Parcel> parcels, Instant until) {
        if (!clock.instant().isBefore(until)) return all(parcels, new Answer.Unsent("no time left"));
        try (var connection = connect()) {
            return put(connection, parcels, until);
        } catch (SQLException e) {
            return all(parcels, new Answer.Unsent("cannot be reached"));
        }
    }

    private Connection connect() throws SQLException {
        try {
            var connection = pool.getConnection();
            trouble = Optional.empty();
            return connection;
        } catch (SQLException e) {
            trouble =
                    Optional.of(new Trouble("cannot be reached", clock.instant().plus(REST)));
            throw e;
        }
    }

    private List<Answer> put(Connection connection, List<Parcel> parcels, Instant until) {
        try {
            var fresh = fresh(connection, parcels);
            if (!fresh.isEmpty()) rows.insert(connection, fresh, clock.instant(), secondsLeft(until));
            // whoever slept past its time must not put in what somebody may be asking about by now
            if (!clock.instant().isBefore(until)) {
                connection.rollback();
                return all(parcels, new Answer.Unsent("no time left"));
            }
        } catch (SQLException e) {
            return failed(connection, parcels, until, e);
        }
        try {
            connection.commit();
            return handed(parcels);
        } catch (SQLException e) {
            log.info("{}: commit not confirmed: {}", settings, e.getSQLState());
            return all(parcels, new Answer.Unknown("commit not confirmed"));
        }
    }

    private List<Parcel> fresh(Connection connection, List<Parcel> parcels) throws SQLException {
        var known = rows.known(connection, names(parcels), today());
        return parcels.stream()
                .filter(parcel -> !known.contains(parcel.reference().name()))
                .toList();
    }

    /** One row the table does not take must not keep the others: they are tried one by one. */
    private List<Answer> failed(Connection connection, List<Parcel> parcels, Instant until, SQLException e) {
        var state = String.valueOf(e.getSQLState());
        try {
            connection.rollback();
        } catch (SQLException gone) {
            return all(parcels, new Answer.Unsent("line lost"));
        }
        boolean data = state.startsWith("22") || state.startsWith("23");
        if (!data) {
            log.info("{}: {}", settings, state);
            return all(parcels, new Answer.Unsent("SQL " + state));
        }
        if (parcels.size() == 1)
            return all(parcels, state.equals(TWICE) ? again(parcels) : new Answer.Rejected("SQL " + state, true));
        return parcels.stream()
                .flatMap(parcel -> put(connection, List.of(parcel), until).stream())
                .toList();
    }

    /** Somebody put the very same in a moment ago. */
    private static Answer again(List<Parcel> parcels) {
        return new Answer.Handed(parcels.getFirst().reference().name());
    }

    private static List<Answer> handed(List<Parcel> parcels) {
        return parcels.stream()
                .<Answer>map(parcel -> new Answer.Handed(parcel.reference().name()))
                .toList();
    }

    private static List<String> names(List<Parcel> parcels) {
        return parcels.stream().map(parcel -> parcel.reference().name()).toList();
    }

    private static List<Answer> all(List<Parcel> parcels, Answer answer) {
        return Collections.nCopies(parcels.size(), answer);
    }

    private int secondsLeft(Instant until) {
        return (int) Math.clamp(Duration.between(clock.instant(), until).toSeconds(), 1, MOST_SECONDS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    // ------------------------------------------------------------------ asking

    @Override
    public Optional<Answer> ask(Parcel.Reference reference) {
        try (var connection = connect()) {
            try {
                return Optional.of(there(connection, reference));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private Answer there(Connection connection, Parcel.Reference reference) throws SQLException {
        if (authoritative() && !free(connection, reference)) return new Answer.Handed(reference.name());
        boolean known =
                rows.known(connection, List.of(reference.name()), today()).contains(reference.name());
        return known ? new Answer.Handed(reference.name()) : new Answer.NotReceived();
    }

    /** Tries to take the reference's place and gives it back: if a commit is on its way, this waits for its end. */
    private boolean free(Connection connection, Parcel.Reference reference) throws SQLException {
        try {
            var nobody = new Parcel(reference, "0", "0", "", "-");
            rows.insertFinished(connection, nobody, clock.instant(), ASK_SECONDS);
            connection.rollback();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (TWICE.equals(e.getSQLState()) || "23000".equals(e.getSQLState())) return false;
            throw e;
        }
    }

    @Override
    public boolean authoritative() {
        var known = unique;
        if (known.isPresent()) return known.get();
        try (var connection = connect()) {
            unique = Optional.of(rows.unique(connection));
            connection.rollback();
        } catch (SQLException e) {
            return false;
        }
        return unique.orElse(false);
    }

    // ------------------------------------------------------------------ the line

    @Override
    public Optional<String> trouble() {
        return trouble.filter(t -> clock.instant().isBefore(t.until())).map(Trouble::why);
    }

    /** The names in the settings are those of columns that are there. */
    @Override
    public Optional<String> tryOut(Duration patience) {
        try (var connection = connect()) {
            rows.known(connection, List.of("0-0-0"), today());
            if (settings.reads()) rows.told(connection, settings.table(), "", 1, clock.instant());
            connection.rollback();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(trouble().orElse("SQL " + e.getSQLState()));
        }
    }

    /** Which codes mean what. */
    static Receipts.Fate fate(TableSettings settings, String code) {
        if (settings.delivered().contains(code)) return Receipts.Fate.DELIVERED;
        return settings.expired().contains(code) ? Receipts.Fate.EXPIRED : Receipts.Fate.FAILED;
    }

    /** Reads results at once, for tests. @return how many */
    int readResults() throws SQLException {
        return results.read(true);
    }

    @Override
    public void close() {
        results.close();
        pool.close();
    }
}
