package kr.madang.notices.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.OfficeKind;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.smpp.MessageIds;
import kr.madang.notices.carriers.smpp.SmppSettings;
import kr.madang.notices.simulator.Faults;
import kr.madang.notices.simulator.Received;
import kr.madang.notices.simulator.Simulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The telephone of the demo office (시연용 휴대전화): simulated message centers inside the program, one for each line, because an operator
 * tells what became of a message over the line it came by; the telephone shows what arrived at any of them. What the
 * database says the office is decides, not a setting: in an office for work nothing can start it, because a message that goes here
 * looks sent and reaches nobody. Nothing else in the program starts a simulator; a test holds to that.
 */
@Component
public class Phone implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Phone.class);
    private static final int SECRET_BYTES = 4;
    private static final String ID = "demo";
    private static final int MOST_SHOWN = 2_000;

    private final DataSource database;
    private final Trail trail;
    private final Clock clock;
    private final Map<Integer, Center> centers = new ConcurrentHashMap<>();
    private final Deque<Received> browsers = new ConcurrentLinkedDeque<>();
    private volatile boolean here;
    private volatile Troubles troubles = Troubles.NONE;

    private record Center(Simulator simulator, String password) {}

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
                    .delay(Duration.ofMillis(delay))
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

    /** Looks whether the office has said that it is for trying out. */
    void lookAround() {
        if (!here) here = demo();
    }

    private boolean demo() {
        try {
            return OfficeKind.of(database).equals(Optional.of(OfficeKind.DEMO));
        } catch (SQLException e) {
            log.debug("the kind of the office is not known", e);
            return false;
        }
    }

    /** How a line calls its message center, which starts with the first call; empty outside of a demo office. */
    Optional<SmppSettings> settings(int line) {
        if (!here) return Optional.empty();
        var center = centers.computeIfAbsent(line, _ -> start());
        return Optional.of(SmppSettings.of("localhost", center.simulator().port(), ID, center.password()));
    }

    /** Its ids go on from the time of day: those of the last time the program ran stand in the ledger. */
    private Center start() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var password = HexFormat.of().formatHex(secret);
        var settings = new Simulator.Settings(0, ID, password, MessageIds.AS_THEY_ARE, clock.millis() * 1_000);
        try {
            var simulator = Simulator.start(settings, clock);
            simulator.behave(troubles.faults());
            return new Center(simulator, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean here() {
        return here;
    }

    /** What arrived, the newest first; only the newest are kept. @throws Refused missing outside of a demo office */
    public List<Received> received() {
        mustBeHere();
        return Stream.concat(
                        centers.values().stream().flatMap(center -> center.simulator().received().stream()),
                        browsers.stream())
                .sorted(Comparator.comparing(Received::at).reversed())
                .toList();
    }

    /** What a browser nobody has would show. @param number of the browser */
    void shown(String number, Parcel parcel) {
        var text = parcel.subject().isEmpty() ? parcel.text() : parcel.subject() + "\n" + parcel.text();
        browsers.addFirst(new Received("push-" + parcel.reference().name(), "푸시", number, text, 1, clock.instant()));
        while (browsers.size() > MOST_SHOWN) browsers.pollLast();
    }

    public Troubles troubles() {
        return troubles;
    }

    /** From the next message on. */
    public void behave(Actor by, Troubles how) {
        if (!by.may("notices", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.line.may.look");
        mustBeHere();
        troubles = how;
        centers.values().forEach(center -> center.simulator().behave(how.faults()));
        trail.record(by, "notices", "phone.told", "phone", Map.of("troubles", how.toString()));
    }

    private void mustBeHere() {
        if (!here) throw Refused.missing("notices.phone.none");
    }

    @Override
    public void close() throws IOException {
        here = false;
        for (var center : centers.values()) center.simulator().close();
        centers.clear();
        browsers.clear();
    }
}
