package kr.madang.notices.posts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.news.Desk;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Channel;
import kr.madang.notices.officers.Officers;
import kr.madang.notices.officers.Reach;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.singles.Single;
import kr.madang.notices.singles.Singles;
import kr.madang.notices.singles.Use;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells officers what is new (새글 알림 발송): for each everything that waits, in one message, within his hours. */
@Component
class Telling {
    private static final Logger log = LoggerFactory.getLogger(Telling.class);
    /** How long what comes is gathered. */
    static final Duration GATHERED = Duration.ofMinutes(5);

    /** How long officers see what they were told, and how long the same cannot come again. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final int PORTION = 200;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String REFERENCE = "posts";

    private final PostStore store;
    private final Subscriptions subscriptions;
    private final Officers officers;
    private final Singles singles;
    private final SendTerms terms;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final String site;

    Telling(
            PostStore store,
            Subscriptions subscriptions,
            Officers officers,
            Singles singles,
            SendTerms terms,
            TransactionOperations transaction,
            Clock clock,
            @Value("${madang.site:http://localhost:8080}") String site) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.officers = officers;
        this.singles = singles;
        this.terms = terms;
        this.transaction = transaction;
        this.clock = clock;
        this.site = site;
    }

    /** @return how many officers were told */
    int tell() {
        return tell(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    int tell(Instant now) {
        int told = 0;
        var after = FIRST;
        while (true) {
            var due = store.due(now.minus(GATHERED), after, PORTION);
            for (var account : due) if (told(account, now)) told++;
            if (due.size() < PORTION) return told;
            after = due.getLast();
        }
    }

    /** One who cannot be told keeps no other from it. */
    private boolean told(UUID account, Instant now) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> tell(account, now)));
        } catch (RuntimeException e) {
            log.warn("새글 알림을 보낼 수 없습니다: {}", account, e);
            return false;
        }
    }

    private boolean tell(UUID account, Instant now) {
        var wish = subscriptions.wish(account);
        if (!wish.hours().open(now)) return false;
        var all = store.take(account, now);
        var read = stillRead(account, wish);
        var seen = all.stream().filter(item -> read.contains(item.key())).toList();
        var left = all.stream().filter(item -> !read.contains(item.key())).toList();
        if (!left.isEmpty()) store.told(left, "left");
        if (seen.isEmpty()) return false;
        var reach = officers.reach(List.of(account)).getOrDefault(account, Reach.NOWHERE);
        var messages = messages(seen, wish, reach);
        singles.post(Actor.SYSTEM, messages);
        store.told(
                seen,
                messages.isEmpty()
                        ? "nowhere"
                        : messages.stream().map(m -> m.channel().name()).collect(Collectors.joining(",")));
        return !messages.isEmpty();
    }

    /** The desks of which he is told: what he gave up, or may not see any more, is none of them. */
    private Set<String> stillRead(UUID account, Wish wish) {
        return wish.desks().stream()
                .flatMap(key -> subscriptions.desk(key).stream())
                .filter(desk -> subscriptions.allowed(Set.of(account), desk).contains(account))
                .map(Desk::key)
                .collect(Collectors.toSet());
    }

    private List<Single> messages(List<PostItem> items, Wish wish, Reach reach) {
        var words = new PostWords(terms.office().office(), site, titles());
        var messages = new ArrayList<Single>();
        if (wish.sms())
            reach.on(Channel.SMS)
                    .ifPresent(to ->
                            messages.add(new Single(Use.POST, Channel.SMS, to, "", words.text(items), REFERENCE)));
        if (wish.email())
            reach.on(Channel.EMAIL)
                    .ifPresent(to -> messages.add(new Single(
                            Use.POST, Channel.EMAIL, to, words.subject(items), words.letter(items), REFERENCE)));
        return messages;
    }

    private Function<String, String> titles() {
        return key -> subscriptions
                .desk(key)
                .map(desk -> Words.find(desk.title(), Locale.KOREAN))
                .orElse(key);
    }

    int forget() {
        return store.forget(clock.instant().minus(KEPT));
    }
}
