package kr.madang.kernel.events;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/** Delivers at the start of the house what the last run left behind; commands leave that to the house. */
@Component
class LeftBehind {
    private final Events events;
    private final Duration age;

    /** @param age with several nodes, longer than a delivery takes: younger ones may be in another node's hands */
    LeftBehind(Events events, @Value("${madang.events.left.behind:PT5S}") Duration age) {
        this.events = events;
        this.age = age;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebApplicationContext) events.resubmitLeftBehind(age);
    }
}
