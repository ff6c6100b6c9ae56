package kr.madang.notices.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import kr.madang.kernel.web.Banner;
import kr.madang.notices.wording.disaster.Grade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is out now, on every page of the house (홈페이지 알림띠). Looked up every two seconds at most, by one page on each node; the hour at
 * which an alert runs out is kept to the second. Drills are shown to the staff only.
 */
@Component
class AlertBanner implements Banner {
    private static final Logger log = LoggerFactory.getLogger(AlertBanner.class);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int ORDER = 100;

    private record Seen(List<Alert> alerts, Instant at) {}

    private final AlertList list;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen = new Seen(List.of(), Instant.EPOCH);

    AlertBanner(AlertList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    @Override
    public List<Strip> strips(boolean staff) {
        var now = clock.instant();
        return out(now).stream()
                .filter(alert -> alert.counts(now) && alert.content().goes(Way.BANNER))
                .filter(alert -> staff || !alert.drill())
                .map(AlertBanner::strip)
                .toList();
    }

    private List<Alert> out(Instant now) {
        boolean old = Duration.between(seen.at(), now).abs().compareTo(FRESH) >= 0;
        if (old && looking.tryLock())
            try {
                seen = new Seen(list.out(now), now);
            } catch (RuntimeException e) {
                // the database is away: what was known stays, and nobody asks again at once
                seen = new Seen(seen.alerts(), now);
                log.warn("발령 중인 재난 알림을 볼 수 없습니다: {}", e.getMessage());
            } finally {
                looking.unlock();
            }
        return seen.alerts();
    }

    private static Strip strip(Alert alert) {
        var content = alert.content();
        return switch (content.whom()) {
            case Whom.Staff _ ->
                new Strip(
                        "drill",
                        "notices.alert.drill",
                        content.title(),
                        "/desk/notices/alerts/" + alert.id(),
                        ORDER + Grade.values().length);
            case Whom.Residents _ ->
                new Strip(
                        content.grade().name().toLowerCase(java.util.Locale.ROOT),
                        content.grade().code(),
                        content.title(),
                        "/alerts/" + alert.identifier(),
                        ORDER + content.grade().ordinal());
        };
    }
}
