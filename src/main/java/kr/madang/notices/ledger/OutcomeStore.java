package kr.madang.notices.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of outcomes: appended once, counted in the same statement, and found again by the carrier's id. */
@Repository
class OutcomeStore {
    /** What handing gave, what asking gave, what the receipt says; the highest stage of the last attempt is where a message stands. */
    enum Stage {
        HANDING,
        ASKING,
        RECEIPT;

        int code() {
            return ordinal() + 1;
        }
    }

    /**
     * What was there already stays. The tally follows where a message stands, which a late answer of an earlier stage does not change.
     * Whoever runs this holds the lock of the run.
     */
    private static final String APPEND = """
            with told as (
                select * from unnest(:rows::int[], :attempts::int[], :states::int[], :carriers::int[], :ids::text[],
                    :codes::text[], :ats::timestamptz[]) as t(row, attempt, state, carrier, id, code, at)
            ), fresh as (
                insert into notices.outcome (send, row, attempt, stage, state, at, carrier, carrier_id, code)
                select :send, row, attempt, :stage, state, at, nullif(carrier, 0), nullif(id, ''), code from told
                on conflict do nothing
                returning row, attempt, stage, state
            ), before as (
                select distinct on (o.row) o.row, o.attempt, o.stage, o.state from notices.outcome o
                where o.send = :send and o.row = any(:rows::int[]) order by o.row, o.attempt desc, o.stage desc
            ), moved as (
                select b.state as gone, f.state as come from fresh f left join before b on b.row = f.row
                where b.row is null or (f.attempt, f.stage) > (b.attempt, b.stage)
            ), change as (
                select state, sum(n) as n from (
                    select come as state, 1 as n from moved union all select gone, -1 from moved where gone is not null) d
                where state <> 0 group by state having sum(n) <> 0
            ), counted as (
                update notices.tally t set count = t.count + c.n from change c where t.send = :send and t.state = c.state
            )
            select count(*) from fresh""";

    record Known(int send, int row, int attempt, String carrierId) {}

    private final JdbcClient db;

    OutcomeStore(JdbcClient db) {
        this.db = db;
    }

    /** @return how many were new */
    int append(int send, Stage stage, List<Result> results, Instant at) {
        return append(send, stage, results, Collections.nCopies(results.size(), at));
    }

    /** Each with the time its carrier gives. @return how many were new */
    int receipts(int send, List<Result> results, List<Instant> ats) {
        return append(send, Stage.RECEIPT, results, ats);
    }

    private int append(int send, Stage stage, List<Result> results, List<Instant> ats) {
        if (results.isEmpty()) return 0;
        return append(send, stage, ats)
                .param("rows", array(results, Result::row, Integer[]::new))
                .param("attempts", array(results, Result::attempt, Integer[]::new))
                .param("states", array(results, r -> r.state().code(), Integer[]::new))
                .param("carriers", array(results, Result::carrier, Integer[]::new))
                .param("ids", array(results, Result::carrierId, String[]::new))
                .param("codes", array(results, Result::code, String[]::new))
                .query(Integer.class)
                .single();
    }

    /** The carrier never got it, says the carrier: it is queued again. @return false when something else was known before */
    boolean notReceived(Unknown message, Instant at, String code) {
        return append(message.send(), Stage.ASKING, List.of(at))
                        .param("rows", new Integer[] {message.row()})
                        .param("attempts", new Integer[] {message.attempt()})
                        .param("states", new Integer[] {State.QUEUED.code()})
                        .param("carriers", new Integer[] {message.carrier()})
                        .param("ids", new String[] {""})
                        .param("codes", new String[] {code})
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private JdbcClient.StatementSpec append(int send, Stage stage, List<Instant> ats) {
        return db.sql(APPEND)
                .param("send", send)
                .param("stage", stage.code())
                .param("ats", ats.stream().map(Instant::toString).toArray(String[]::new));
    }

    private static <T> T[] array(List<Result> results, Function<Result, T> field, IntFunction<T[]> kind) {
        return results.stream().map(field).toArray(kind);
    }

    /** The messages the carrier knows by these ids, one row for each id that is known. */
    List<Known> known(int carrier, List<String> ids) {
        return db.sql("""
                select send, row, attempt, carrier_id from notices.outcome
                where carrier = :carrier and carrier_id = any(:ids::text[]) and stage < 3""")
                .param("carrier", carrier)
                .param("ids", ids.toArray(String[]::new))
                .query(Known.class)
                .list();
    }

    void park(Receipt receipt, Instant now) {
        db.sql("""
                insert into notices.parked_receipt (carrier, carrier_id, state, at, code, parked_at)
                values (:carrier, :id, :state, :at, :code, :now) on conflict do nothing""")
                .param("carrier", receipt.carrier())
                .param("id", receipt.carrierId())
                .param("state", receipt.state().code())
                .param("at", receipt.at())
                .param("code", receipt.code())
                .param("now", now)
                .update();
    }

    /** Takes parked receipts whose message is known by now. */
    List<Receipt> unpark(int limit) {
        return db.sql("""
                with known as (
                    select p.carrier, p.carrier_id, p.state from notices.parked_receipt p
                    where exists (select from notices.outcome o where o.carrier_id = p.carrier_id and o.carrier = p.carrier)
                    limit :limit for update skip locked)
                delete from notices.parked_receipt p using known k
                where p.carrier = k.carrier and p.carrier_id = k.carrier_id and p.state = k.state
                returning p.carrier, p.carrier_id, p.state, p.at, p.code""")
                .param("limit", limit)
                .query((row, n) -> new Receipt(
                        row.getInt("carrier"),
                        row.getString("carrier_id"),
                        State.of(row.getInt("state")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("code")))
                .list();
    }

    /** @return how many receipts nobody claimed */
    int forget(Instant parkedBefore) {
        return db.sql("delete from notices.parked_receipt where parked_at < :before")
                .param("before", parkedBefore)
                .update();
    }

    /** Messages nobody has an answer for, the oldest first. */
    List<Unknown> unknown(Instant before, Optional<Unknown> after, int limit) {
        return db.sql("""
                select o.send, o.row, o.attempt, coalesce(o.carrier, 0) as carrier, o.at as since
                from notices.outcome o
                where o.stage = 1 and o.state = 6 and o.at < :before
                and (o.at, o.send, o.row) > (:since, :send, :row) and not exists (
                    select from notices.outcome later where later.send = o.send and later.row = o.row
                    and (later.attempt, later.stage) > (o.attempt, o.stage))
                order by o.at, o.send, o.row limit :limit""")
                .param("before", before)
                .param("since", after.map(Unknown::since).orElse(Instant.EPOCH))
                .param("send", after.map(Unknown::send).orElse(0))
                .param("row", after.map(Unknown::row).orElse(0))
                .param("limit", limit)
                .query((row, n) -> new Unknown(
                        row.getInt("send"),
                        row.getInt("row"),
                        row.getInt("attempt"),
                        row.getInt("carrier"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }
}
