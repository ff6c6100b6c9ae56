package kr.madang.approvals.desk;

import java.time.Clock;
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
        return lists.due(by.id(), absent, duty, cursor, size);
    }

    /** How many papers wait, by duty; every duty is there. */
    public Map<Duty, Long> counts(Actor by) {
        return lists.counts(by.id(), roster.absentFor(by.id(), clock.instant()));
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
