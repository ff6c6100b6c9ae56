package kr.madang.notices.singles;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of forgetting what messages to one person said (낱건 파기); what became of them stays in the ledger. */
@Repository
class SingleErasure {
    private final JdbcClient db;

    SingleErasure(JdbcClient db) {
        this.db = db;
    }

    /** Codes whose outcome is final, and those that are too old to be typed. */
    int codes(Instant now, Instant madeBefore) {
        return db.sql("""
                update notices.single s set sealed = null, erased_at = :now
                where s.sealed is not null and s.use = 'CODE' and (s.made_at < :before or (
                    select o.state in (2, 3, 4, 5) from notices.outcome o
                    where o.send = s.send and o.row = s.row order by o.attempt desc, o.stage desc limit 1))""").param("now", now).param("before", madeBefore).update();
    }

    int others(Instant now, Instant madeBefore) {
        return db.sql("""
                update notices.single set sealed = null, erased_at = :now
                where sealed is not null and made_at < :before""").param("now", now).param("before", madeBefore).update();
    }

    int masks(Instant madeBefore) {
        return db.sql("update notices.single set masked = '', ending = '' where masked <> '' and made_at < :before")
                .param("before", madeBefore)
                .update();
    }
}
