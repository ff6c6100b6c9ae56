package kr.madang.kernel.news;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where rooms tell what is new (새글 알리기), in the transaction in which it came to be: what is rolled back was never news. What nobody
 * reads costs nothing.
 */
@Component
public class News {
    private final ObjectProvider<Readers> readers;
    private final ApplicationEventPublisher events;

    News(ObjectProvider<Readers> readers, ApplicationEventPublisher events) {
        this.readers = readers;
        this.events = events;
    }

    public void tell(NewPost post) {
        if (readers.stream().anyMatch(r -> r.any(post))) events.publishEvent(post);
    }
}
