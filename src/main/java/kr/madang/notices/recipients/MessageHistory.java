package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was sent and what became of it (수신 이력), as the ledger has it. */
@Component
public class MessageHistory {
    private static final int MOST = 200;
    private static final String[] STATES = {
        "queued", "handed", "delivered", "failed", "expired", "suppressed", "unknown"
    };

    /**
     * A message.
     *
     * @param at of the last thing known; null while it waits
     * @param reason the carrier's word, or why it was suppressed
     */
    public record Sent(
            int send,
            int row,
            Channel channel,
            String state,
            @Nullable Instant at,
            String reason) {
        public String code() {
            return "notices.message." + state;
        }
    }

    private final JdbcClient db;

    MessageHistory(JdbcClient db) {
        this.db = db;
    }

    /** Newest first, at most two hundred. */
    public List<Sent> of(UUID recipient) {
        return db.sql("""
                select m.send, m.row, c.channel, o.state, o.at, o.code
                from notices.contact c join notices.message m on m.contact = c.id
                left join lateral (select o.state, o.at, o.code from notices.outcome o
                    where o.send = m.send and o.row = m.row order by o.attempt desc, o.stage desc limit 1) o on true
                where c.recipient = :recipient order by m.send desc, m.row limit :most""")
                .param("recipient", recipient)
                .param("most", MOST)
                .query((row, n) -> new Sent(
                        row.getInt("send"),
                        row.getInt("row"),
                        Channel.valueOf(row.getString("channel")),
                        STATES[row.getInt("state")],
                        ContactStore.instant(row, "at"),
                        row.getString("code") == null ? "" : row.getString("code")))
                .list();
    }
}
