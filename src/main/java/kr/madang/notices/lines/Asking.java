package kr.madang.notices.lines;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.Unknown;
import org.springframework.stereotype.Component;

/**
 * Asks carriers what became of messages nobody answered for (미확인 발송 확인), page by page through all of them, so that those nobody
 * can answer never stand before the others. Messages are told apart by the reference they went out with; only a carrier whose word
 * counts can say that it never got one.
 */
@Component
class Asking implements Job {
    private static final Duration AT_LEAST = Duration.ofMinutes(2);
    private static final Duration KEEP_PARKED = Duration.ofDays(30);
    private static final int PAGE = 500;

    private final LineKeeper keeper;
    private final Ledger ledger;
    private final Clock clock;
    private volatile Optional<Unknown> after = Optional.empty();

    Asking(LineKeeper keeper, Ledger ledger, Clock clock) {
        this.keeper = keeper;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices.lines.asking";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofMinutes(1));
    }

    @Override
    public String run() {
        int found = ledger.unpark(KEEP_PARKED);
        var page = page();
        long told = page.stream().filter(this::ask).count();
        return "%d건을 물어 %d건 확인, 늦은 수신 결과 %d건".formatted(page.size(), told, found);
    }

    private List<Unknown> page() {
        var page = ledger.unknown(AT_LEAST, after, PAGE);
        after = page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast());
        return page;
    }

    /** @return whether the carrier knew */
    private boolean ask(Unknown message) {
        var line = keeper.open().get(message.carrier());
        if (line == null) return false;
        var reference = new Parcel.Reference(message.send(), message.row(), message.attempt());
        var answer = line.ask(reference);
        answer.filter(said -> counts(line, said))
                .ifPresent(said -> new LineReceipts(message.carrier(), ledger, clock).late(reference, said));
        return answer.filter(said -> counts(line, said)).isPresent();
    }

    private static boolean counts(Carrier line, Answer answer) {
        return answer.certain() && (!(answer instanceof Answer.NotReceived) || line.authoritative());
    }
}
