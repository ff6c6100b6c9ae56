package kr.madang.notices.sends;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.madang.notices.ledger.Counts;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.MessageList;
import kr.madang.notices.ledger.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of a send (발송 통계), from the ledger itself; of sends whose rows were deleted, what was counted before. */
@Component
public class Facts {
    private final Ledger ledger;
    private final MessageList messages;
    private final JdbcClient db;

    Facts(Ledger ledger, MessageList messages, JdbcClient db) {
        this.ledger = ledger;
        this.messages = messages;
        this.db = db;
    }

    /** Nothing of a send that has not begun. */
    public Counts counts(int send) {
        if (ledger.state(send).isPresent()) return ledger.counts(send);
        var by = past(send);
        return new Counts(by.values().stream().mapToInt(n -> n).sum(), by);
    }

    private Map<State, Integer> past(int send) {
        var by = new EnumMap<State, Integer>(State.class);
        db.sql("select state, count from notices.past_count where send = :send")
                .param("send", send)
                .query(row -> {
                    by.put(State.of(row.getInt("state")), row.getInt("count"));
                });
        return by;
    }

    /** Whether its rows can still be looked at. */
    public boolean kept(int send) {
        return ledger.state(send).isPresent();
    }

    public List<MessageList.Reason> reasons(int send) {
        return messages.reasons(send);
    }
}
