package kr.madang.notices.carriers.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kr.madang.notices.carriers.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the agent wrote (전송 결과 수집): the results are kept first and marked as read afterwards, so what is lost in between is read
 * again, and the ledger takes it once. Tables of months are long and read less often.
 */
final class Results implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Results.class);
    private static final Pattern OURS = Pattern.compile("\\d{1,9}-\\d{1,9}-\\d{1,2}");
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int LOGS_EVERY = 12;
    private static final int PAGE = 500;

    private final TableSettings settings;
    private final Rows rows;
    private final DataSource source;
    private final Receipts receipts;
    private final Clock clock;
    private final Thread thread;

    Results(TableSettings settings, Rows rows, DataSource source, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.source = source;
        this.receipts = receipts;
        this.clock = clock;
        thread = Thread.ofVirtual().name("table-results").unstarted(this::work);
        if (settings.reads()) thread.start();
    }

    private void work() {
        try {
            for (int round = 0; ; round++) {
                round(round % LOGS_EVERY == 0);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(boolean logs) {
        try {
            read(logs);
        } catch (SQLException | RuntimeException e) {
            log.info("{}: 전송 결과를 읽지 못했습니다: {}", settings, e.getMessage());
        }
    }

    /** @return how many results were new */
    int read(boolean logs) throws SQLException {
        try (var connection = source.getConnection()) {
            int read = read(connection, settings.table());
            if (!logs) return read;
            for (var table : rows.logs(connection, LocalDate.ofInstant(clock.instant(), settings.zone())))
                read += read(connection, table);
            return read;
        }
    }

    /** Page by page over all of them: rows others put into the same table are passed over and stop nobody. */
    private int read(Connection connection, String table) throws SQLException {
        int read = 0;
        var after = "";
        while (true) {
            var page = rows.told(connection, table, after, PAGE, clock.instant());
            var ours = page.stream()
                    .filter(told -> OURS.matcher(told.reference()).matches())
                    .toList();
            connection.commit();
            if (!ours.isEmpty()) {
                receipts.received(receipts(ours));
                rows.read(connection, table, ours);
                connection.commit();
            }
            read += ours.size();
            if (page.size() < PAGE) return read;
            after = page.getLast().reference();
        }
    }

    private List<Receipts.Receipt> receipts(List<Rows.Told> told) {
        return told.stream()
                .map(each -> new Receipts.Receipt(
                        each.reference(), TableCarrier.fate(settings, each.code()), each.at(), each.code()))
                .toList();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
