package kr.madang.kernel.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many events are stuck, for the operator's alarms. */
@Component
class EventMetrics implements MeterBinder {
    private final EventStore store;

    EventMetrics(EventStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("madang.events.stuck", store, EventStore::countStuck)
                .description("Events that were tried the last time and did not arrive")
                .register(registry);
    }
}
