package kr.madang.notices.alerts;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What became of an alert on each of its ways (전파 현황). */
@Component
public class AlertWays {
    private final WayStore store;

    AlertWays(WayStore store) {
        this.store = store;
    }

    /** In the order of the ways; nothing before it went out. */
    public List<WayOut> of(UUID alert) {
        return store.of(alert).stream()
                .sorted(Comparator.comparing(WayOut::way))
                .toList();
    }

    /** The staff a drill told; nobody for an alert to residents. */
    public List<Told> told(UUID alert) {
        return store.told(alert);
    }
}
