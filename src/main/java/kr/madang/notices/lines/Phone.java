package kr.madang.notices.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.OfficeKind;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.carriers.smpp.SmppSettings;
import kr.madang.notices.simulator.Faults;
import kr.madang.notices.simulator.Received;
import kr.madang.notices.simulator.Simulator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The telephone of the demo office (시연용 휴대전화): a simulated message center inside the program that keeps what arrives. What the
 * database says the office is decides, not a setting: in an office for work nothing can start it, because a message that goes here
 * looks sent and reaches nobody. Nothing else in the program starts a simulator; a test holds to that.
 */
@Component
public class Phone implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Phone.class);
    private static final int SECRET_BYTES = 4;
    private static final String ID = "demo";

    private final DataSource database;
    private final Trail trail;
    private final Clock clock;
    private volatile @Nullable Simulator simulator;
    private volatile String password = "";
    private volatile Troubles troubles = Troubles.NONE;

    /**
     * What visitors of the demo office may break.
     *
     * @param delay milliseconds before each answer
     * @param perSecond messages it takes in a second, the rest is throttled (0x58); 0 for as many as come
     * @param dropAfter drops the line after so many messages; 0 for never
     * @param dieAfter takes so many messages, the last without an answer, and is dead then; 0 for never
     * @param lost how many receipts of a hundred never come
     */
    public record Troubles(int delay, int perSecond, int dropAfter, int dieAfter, int lost) {
        public static final Troubles NONE = new Troubles(0, 0, 0, 0, 0);
        private static final int MOST_DELAY = 60_000;
        private static final int MOST = 100_000;

        public Troubles {
            if (outside(delay, MOST_DELAY)
                    || outside(perSecond, MOST)
                    || outside(dropAfter, MOST)
                    || outside(dieAfter, MOST)
                    || outside(lost, 100)) throw Refused.invalid("notices.phone.range");
        }

        private static boolean outside(int value, int most) {
            return value < 0 || value > most;
        }

        Faults faults() {
            return Faults.NONE
                    .delay(java.time.Duration.ofMillis(delay))
                    .throttle(perSecond)
                    .dropAfter(dropAfter)
                    .dieAfter(dieAfter)
                    .receipts(Faults.ReceiptFaults.NONE.lose(lost));
        }
    }

    Phone(DataSource database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** Starts once the office has said that it is for trying out. */
    synchronized void startInDemo() {
        if (simulator != null || !demo()) return;
        try {
            var secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            password = HexFormat.of().formatHex(secret);
            simulator = Simulator.start(new Simulator.Settings(0, ID, password), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean demo() {
        try {
            return OfficeKind.of(database).equals(Optional.of(OfficeKind.DEMO));
        } catch (SQLException e) {
            log.debug("the kind of the office is not known", e);
            return false;
        }
    }

    /** How to call it; empty where there is none. */
    Optional<SmppSettings> settings() {
        return Optional.ofNullable(simulator)
                .map(running -> SmppSettings.of("localhost", running.port(), ID, password));
    }

    public boolean here() {
        return simulator != null;
    }

    /** What arrived, the newest first; only the newest are kept. @throws Refused missing outside of a demo office */
    public java.util.List<Received> received() {
        return running().received();
    }

    public Troubles troubles() {
        return troubles;
    }

    /** From the next message on. */
    public void behave(Actor by, Troubles how) {
        if (!by.may("notices", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.line.may.look");
        running().behave(how.faults());
        troubles = how;
        trail.record(by, "notices", "phone.told", "phone", java.util.Map.of("troubles", how.toString()));
    }

    private Simulator running() {
        var now = simulator;
        if (now == null) throw Refused.missing("notices.phone.none");
        return now;
    }

    @Override
    public synchronized void close() throws IOException {
        var now = simulator;
        simulator = null;
        if (now != null) now.close();
    }
}
