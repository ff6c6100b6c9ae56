package kr.madang.approvals.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for somebody and what he has on his own desk (결재함·기안함). */
@Component
@Transactional(readOnly = true)
public class Inbox {
    /** After so long a paper that waits is late. */
    public static final Duration LATE = Duration.ofDays(3);

    private final ListStore lists;
    private final OfficeRoster roster;
    private final Clock clock;

    Inbox(ListStore lists, OfficeRoster roster, Clock clock) {
        this.lists = lists;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * Papers that wait for the person, also in the place of those he stands in for; longest waiting first.
     *
     * @param duty null for everything
     */
    public Slice<InboxItem> due(Actor by, @Nullable Duty duty, @Nullable String cursor, int size) {
        var absent = roster.absentFor(by.id(), clock.instant());
        return lists.due(by.id(), absent, duty, false, cursor, size);
    }

    /** Those of them somebody or the clock urged since they wait (독촉). */
    public Slice<InboxItem> urged(Actor by, @Nullable String cursor, int size) {
        return lists.due(by.id(), roster.absentFor(by.id(), clock.instant()), null, true, cursor, size);
    }

    /** How many of them there are. */
    public long urged(Actor by) {
        return lists.urged(by.id(), roster.absentFor(by.id(), clock.instant()));
    }

    /** How many papers wait, by duty; every duty is there. */
    public Map<Duty, Long> counts(Actor by) {
        return lists.counts(by.id(), roster.absentFor(by.id(), clock.instant()));
    }

    /** @param late how many of them wait for longer than {@link #LATE} */
    public record Waits(Duty duty, long count, long late) {}

    /** What waits for the person, without what does not. */
    public List<Waits> waiting(Actor by) {
        var now = clock.instant();
        return lists.waiting(by.id(), roster.absentFor(by.id(), now), now.minus(LATE));
    }

    /** How many papers still lie with their drafter. */
    public long lying(Actor by) {
        return lists.lying(by.id());
    }

    /** His own papers that still lie with him: not sent on, taken back, or returned and not drafted anew. */
    public Slice<PaperItem> drafts(Actor by, @Nullable String cursor, int size) {
        return lists.mine(by.id(), true, cursor, size);
    }

    /** Everything he drafted. */
    public Slice<PaperItem> drafted(Actor by, @Nullable String cursor, int size) {
        return lists.mine(by.id(), false, cursor, size);
    }
}
