package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All recipients at once (수신자 전체): how many a send would reach, and freezing them as its messages. */
@Component
public class Recipients {
    private final JdbcClient db;

    Recipients(JdbcClient db) {
        this.db = db;
    }

    /** How many would get it now. */
    public int count(Audience audience, Channel channel, Kind kind, Instant at) {
        var reach = Reach.of(audience, channel, kind, at);
        return db.sql("select count(*)" + reach.sql())
                .params(reach.params())
                .query(Integer.class)
                .single();
    }

    /**
     * Freezes who gets the send as its messages, rows 1 to n; each address once, for the registry holds each once. The run of the send
     * may be opened afterwards in the same transaction.
     *
     * @return n
     */
    @Transactional
    public int freeze(int send, Audience audience, Channel channel, Kind kind, Instant at) {
        var reach = Reach.of(audience, channel, kind, at);
        return db.sql("insert into notices.message (send, row, contact)"
                        + " select :send, row_number() over (order by r.number, c.id), c.id" + reach.sql())
                .params(reach.params())
                .param("send", send)
                .update();
    }

    /** To whom a message of a send goes. */
    public Optional<UUID> addressee(int send, int row) {
        return db.sql("select contact from notices.message where send = :send and row = :row")
                .param("send", send)
                .param("row", row)
                .query(UUID.class)
                .optional();
    }
}
