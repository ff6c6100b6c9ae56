package kr.madang.notices.sends;

import java.time.Instant;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the sends of the demo office (시연 발송 결과), set by set: rows where they are still kept, counts where they are not. */
@Component
class SeededRuns {
    private static final int LINE = 1;

    private final JdbcClient db;
    private final Ledger ledger;
    private final Receivers receivers;

    SeededRuns(JdbcClient db, Ledger ledger, Receivers receivers) {
        this.db = db;
        this.ledger = ledger;
        this.receivers = receivers;
    }

    /** Rows were deleted long ago: 97.1 % delivered, the rest not. */
    void counts(int send, int rows) {
        int failed = rows * 26 / 1_000;
        int expired = rows * 3 / 1_000;
        count(send, State.DELIVERED, rows - failed - expired);
        count(send, State.FAILED, failed);
        count(send, State.EXPIRED, expired);
    }

    private void count(int send, State state, int count) {
        if (count == 0) return;
        db.sql("insert into notices.past_count (send, state, count) values (:send, :state, :count)")
                .param("send", send)
                .param("state", state.code())
                .param("count", count)
                .update();
    }

    /** Freezes and closes a run as it was then. @return how many rows */
    int rows(int send, Content content, Instant at) {
        int rows = ledger.open(
                send,
                Lane.BULK,
                () -> receivers.freeze(send, content.audience(), content.channel(), content.kind(), at));
        db.sql("""
                insert into notices.outcome (send, row, attempt, stage, state, at, carrier, carrier_id, code)
                select send, row, 1, 1, 1, cast(:at as timestamptz) + row * interval '2 milliseconds', :line, 'P' || send || '-' || row, ''
                from notices.message where send = :send""").param("at", at).param("line", LINE).param("send", send).update();
        db.sql("""
                insert into notices.outcome (send, row, attempt, stage, state, at, carrier, carrier_id, code)
                select send, row, 1, 3, case when h < 971 then 2 when h < 995 then 3 else 4 end,
                    cast(:at as timestamptz) + row * interval '2 milliseconds' + interval '4 seconds', :line, null,
                    case when h < 971 then '000' when h < 995 then '055' else '005' end
                from (select send, row, (row * 7919 + send * 31) % 1000 as h from notices.message where send = :send) m
                where h < 998""").param("at", at).param("line", LINE).param("send", send).update();
        db.sql("""
                update notices.tally t set count = n from (
                    select state, count(*)::int as n from (
                        select distinct on (row) row, state from notices.outcome where send = :send
                        order by row, attempt desc, stage desc) last group by state) l
                where t.send = :send and t.state = l.state""").param("send", send).update();
        db.sql("update notices.chunk set state = 'DONE', fence = 1, carrier = :line where send = :send")
                .param("line", LINE)
                .param("send", send)
                .update();
        db.sql("""
                update notices.run set state = 'CLOSED', started_at = :at,
                    closed_at = cast(:at as timestamptz) + rows * interval '2 milliseconds' where send = :send""").param("at", at).param("send", send).update();
        return rows;
    }
}
