package kr.madang.notices.posts;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import kr.madang.kernel.news.NewPost;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what is new and keeps it for whoever reads that desk (새글 접수). It may hear the same twice and keeps it once. */
@Component
class Postman {
    private final Subscriptions subscriptions;
    private final PostStore store;
    private final Clock clock;

    Postman(Subscriptions subscriptions, PostStore store, Clock clock) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(NewPost post) {
        var desk = subscriptions.desk(post.room() + "." + post.desk());
        if (desk.isEmpty()) return;
        var readers = store.readers(post.room(), post.desk()).stream()
                .filter(account -> post.whom().isEmpty() || post.whom().contains(account))
                .toList();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.keep(subscriptions.allowed(readers, desk.get()), post, now);
    }
}
