package kr.madang.notices.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.madang.notices.api.TestFate;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;

/** Carries what programs try out (모의 연결): nothing leaves the house, and each simulated number has the fate it is known for. */
final class TestCarrier implements Carrier {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofSeconds(10);

    private final Receipts receipts;
    private final Clock clock;
    private volatile boolean closed;

    TestCarrier(Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        return parcels.stream().map(this::hand).toList();
    }

    private Answer hand(Parcel parcel) {
        return switch (TestFate.of(parcel.to()).orElse(TestFate.REJECTED)) {
            case DELIVERED -> taken(parcel, Receipts.Fate.DELIVERED, "000", SOON);
            case FAILED -> taken(parcel, Receipts.Fate.FAILED, "simulated", SOON);
            case EXPIRED -> taken(parcel, Receipts.Fate.EXPIRED, "simulated", SOON);
            case DELAYED -> taken(parcel, Receipts.Fate.DELIVERED, "000", LATE);
            case REJECTED -> new Answer.Rejected("simulated", true);
            case UNKNOWN -> new Answer.Unknown("simulated");
        };
    }

    private Answer taken(Parcel parcel, Receipts.Fate fate, String code, Duration later) {
        var id = "test-" + parcel.reference().name();
        Thread.ofVirtual().name("test-receipt").start(() -> {
            if (Runner.sleep(later) && !closed)
                receipts.received(List.of(new Receipts.Receipt(id, fate, clock.instant(), code)));
        });
        return new Answer.Handed(id);
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }
}
