package kr.madang.notices.singles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.notices.Channel;
import kr.madang.notices.ledger.GrowingRuns;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.sends.RegisteredSender;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.wording.Template;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages to one person from the tray into the ledger (낱건 등재): for each use, channel and day there is one run. */
@Component
public class SingleRuns {
    /** Numbers from here on are runs of singles; sends stay far below. */
    private static final int FIRST = 1_000_000_001;

    private static final int MOST = 500;
    private static final int WINDOW = 25;
    private static final Template NONE = Template.parse("");

    private record Way(Use use, Channel channel) {}

    /** Everybody takes the runs in the same order, so that nobody waits for the other in a circle. */
    private static final Comparator<Way> IN_ORDER =
            Comparator.comparing(Way::use).thenComparing(Way::channel);

    private final SingleStore store;
    private final GrowingRuns runs;
    private final SendTerms terms;
    private final Clock clock;

    SingleRuns(SingleStore store, GrowingRuns runs, SendTerms terms, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.terms = terms;
        this.clock = clock;
    }

    /** Whether a run is one of singles. */
    public static boolean owns(int send) {
        return send >= FIRST;
    }

    /** Gives what waits to the ledger; any node may, and several at once share it. @return how many */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int place() {
        var waiting = store.waiting(MOST);
        if (waiting.isEmpty()) return 0;
        var today = LocalDate.ofInstant(clock.instant(), Calendar.SEOUL);
        var ways = new TreeMap<Way, List<UUID>>(IN_ORDER);
        ways.putAll(waiting.stream()
                .collect(Collectors.groupingBy(
                        w -> new Way(w.use(), w.channel()),
                        Collectors.mapping(SingleStore.Waiting::id, Collectors.toList()))));
        ways.forEach((way, ids) -> {
            int send = run(way, today);
            store.placed(send, runs.append(send, ids, WINDOW), ids);
        });
        return waiting.size();
    }

    private int run(Way way, LocalDate day) {
        var there = store.run(way.use(), way.channel(), day);
        if (there.isPresent()) return there.get();
        var made = store.makeRun(way.use(), way.channel(), day);
        made.ifPresent(send -> runs.open(send, way.use().lane()));
        return made.or(() -> store.run(way.use(), way.channel(), day)).orElseThrow();
    }

    /**
     * How the singles of a run go out.
     *
     * @param leaves whether lines of the office carry them
     * @return empty for a run that goes the other way, and while the office has no number to send texts with
     */
    public Optional<Outgoing> outgoing(int send, boolean leaves) {
        return store.runOf(send).filter(run -> run.use().leaves() == leaves).flatMap(run -> sender(run)
                .map(from -> new Outgoing(send, run.use().hours(), run.channel(), from, "", NONE, "")));
    }

    /** What never leaves the house needs no number either. */
    private Optional<String> sender(SingleStore.RunOf run) {
        if (run.channel() != Channel.SMS || !run.use().leaves()) return Optional.of("");
        return terms.senders().stream()
                .filter(sender -> !sender.retired())
                .findFirst()
                .map(RegisteredSender::number)
                .map(number -> number.digits());
    }
}
