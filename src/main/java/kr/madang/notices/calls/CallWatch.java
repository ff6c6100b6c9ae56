package kr.madang.notices.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/**
 * Watches the calls of the office on this node (소집 지킴이). It keeps nothing itself: what is due stands in the database, so whoever is
 * there, after a restart or beside another node, goes on where the others were.
 */
@Component
class CallWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CallWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Calls calls;
    private final boolean enabled;
    private volatile @Nullable Thread watching;

    CallWatch(Calls calls, ApplicationContext context, @Value("${madang.notices.runner:true}") boolean enabled) {
        this.calls = calls;
        this.enabled = enabled && context instanceof WebApplicationContext;
    }

    @Override
    public void start() {
        if (!enabled || watching != null) return;
        var thread = Thread.ofVirtual().name("calls-watch").unstarted(this::watch);
        watching = thread;
        thread.start();
    }

    private void watch() {
        while (watching == Thread.currentThread()) {
            try {
                look();
            } catch (RuntimeException e) {
                // the database may be away; what is due stays due
                if (watching != null) log.warn("비상소집을 살펴볼 수 없습니다: {}", e.getMessage());
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void look() {
        calls.due().forEach(this::step);
    }

    /** One that cannot go on keeps no other from it. */
    private void step(int call) {
        try {
            calls.step(call);
        } catch (RuntimeException e) {
            if (watching != null) log.warn("비상소집 {}을(를) 이어 갈 수 없습니다", call, e);
        }
    }

    @Override
    public void stop() {
        var thread = watching;
        watching = null;
        if (thread == null) return;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10_000;
    }
}
