package kr.madang.notices.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of runs and their chunks: what waits, who holds what, and until when. */
@Repository
class RunStore {
    record Run(int send, int lane, int rows, Ledger.RunState state) {}

    /** @param begun row up to which its holder may have handed over */
    record Taken(int send, int number, int attempt, int first, int last, int fence, int carrier, int begun) {}

    private static final String TAKEN =
            "send, number, attempt, first, last, fence, carrier, coalesce(begun, last) as begun";

    private final JdbcClient db;

    RunStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int send, Lane lane, int rows) {
        db.sql("insert into notices.run (send, lane, rows, state) values (:send, :lane, :rows, 'READY')")
                .param("send", send)
                .param("lane", lane.ordinal())
                .param("rows", rows)
                .update();
    }

    void rows(int send, int rows) {
        db.sql("update notices.run set rows = :rows where send = :send")
                .param("send", send)
                .param("rows", rows)
                .update();
    }

    /** A tally of nothing in every state. */
    void beginTally(int send) {
        db.sql("insert into notices.tally (send, state, count) select :send, unnest(:states::int[]), 0")
                .param("send", send)
                .param(
                        "states",
                        Arrays.stream(State.values())
                                .filter(s -> s != State.QUEUED)
                                .map(State::code)
                                .toArray(Integer[]::new))
                .update();
    }

    /** From now on it has no last row. */
    void grows(int send) {
        db.sql("update notices.run set grows = true where send = :send")
                .param("send", send)
                .update();
    }

    /** Messages behind the last row. */
    void freeze(int send, int before, List<UUID> contacts) {
        db.sql("""
                insert into notices.message (send, row, contact)
                select :send, :before + t.n, t.contact from unnest(:contacts::uuid[]) with ordinality as t(contact, n)""")
                .param("send", send)
                .param("before", before)
                .param("contacts", contacts.toArray(UUID[]::new))
                .update();
    }

    /** Chunks of the same length over the rows behind one, the last shorter. */
    void cut(int send, int before, int rows, int length) {
        db.sql("""
                insert into notices.chunk (send, number, attempt, first, last, state, carrier, fence)
                select :send, (select coalesce(max(number), 0) from notices.chunk where send = :send) + n, 1,
                    :before + (n - 1) * :length + 1, least(:before + n * :length, :rows), 'WAITING', 0, 0
                from generate_series(1, (:rows - :before + :length - 1) / :length) n""")
                .param("send", send)
                .param("before", before)
                .param("rows", rows)
                .param("length", length)
                .update();
    }

    /** One message more, alone, for another attempt. */
    void again(int send, int row, int attempt) {
        db.sql("""
                insert into notices.chunk (send, number, attempt, first, last, state, carrier, fence)
                select :send, max(number) + 1, :attempt, :row, :row, 'WAITING', 0, 0 from notices.chunk where send = :send""")
                .param("send", send)
                .param("row", row)
                .param("attempt", attempt)
                .update();
    }

    /** Locks the run: outcomes of one send are written one after the other, so that its tally is right. */
    Run lock(int send) {
        return db.sql("select send, lane, rows, state from notices.run where send = :send for no key update")
                .param("send", send)
                .query(Run.class)
                .single();
    }

    Optional<Run> find(int send) {
        return db.sql("select send, lane, rows, state from notices.run where send = :send")
                .param("send", send)
                .query(Run.class)
                .optional();
    }

    /** @return false when it stands in none of these states */
    boolean move(int send, List<Ledger.RunState> from, Ledger.RunState to, Instant at) {
        return db.sql("""
                        update notices.run set state = :to,
                            started_at = case when :to = 'RUNNING' then coalesce(started_at, :at) else started_at end,
                            closed_at = case when :to in ('CANCELLED', 'CLOSED') then :at else closed_at end
                        where send = :send and state = any(:from)""")
                        .param("send", send)
                        .param("to", to)
                        .param("at", at)
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /** The running sends, foremost first. */
    List<Integer> running(Lane last) {
        return db.sql("select send from notices.run where state = 'RUNNING' and lane <= :lane order by lane, send")
                .param("lane", last.ordinal())
                .query(Integer.class)
                .list();
    }

    List<Ledger.Afoot> afoot() {
        return db.sql("""
                select r.send, r.lane, exists (
                    select from notices.chunk c where c.send = r.send and c.state = 'WAITING') as waits
                from notices.run r where r.state = 'RUNNING' order by r.lane, r.send""")
                .query((row, n) -> new Ledger.Afoot(
                        row.getInt("send"), Lane.values()[row.getInt("lane")], row.getBoolean("waits")))
                .list();
    }

    /** Leases the next waiting chunk of the send; nobody waits for a chunk somebody else is just taking. */
    Optional<Taken> take(int send, int carrier, UUID holder, Instant until) {
        return db.sql("""
                with next as (
                    select c.send, c.number from notices.chunk c join notices.run r on r.send = c.send
                    where c.send = :send and c.state = 'WAITING' and r.state = 'RUNNING'
                    order by c.number limit 1 for update of c skip locked)
                update notices.chunk c
                set state = 'LEASED', holder = :holder, carrier = :carrier, fence = c.fence + 1, until = :until, begun = null
                from next where c.send = next.send and c.number = next.number
                returning c.send, c.number, c.attempt, c.first, c.last, c.fence, c.carrier, c.last as begun""")
                .param("send", send)
                .param("carrier", carrier)
                .param("holder", holder)
                .param("until", until)
                .query(Taken.class)
                .optional();
    }

    /** Those of the chunk of which nothing is known. */
    List<Message> messages(Taken chunk) {
        return db.sql("""
                select m.row, :attempt as attempt, m.contact, coalesce(m.fields::text, '') as fields
                from notices.message m
                where m.send = :send and m.row between :first and :last and not exists (
                    select from notices.outcome o
                    where o.send = m.send and o.row = m.row and (o.attempt >= :attempt or o.stage = 3))
                order by m.row""")
                .param("send", chunk.send())
                .param("attempt", chunk.attempt())
                .param("first", chunk.first())
                .param("last", chunk.last())
                .query(Message.class)
                .list();
    }

    /** @return false when the lease is not ours any more */
    boolean renew(Lease lease, Instant until) {
        return db.sql("""
                        update notices.chunk set until = :until
                        where send = :send and number = :number and fence = :fence and state = 'LEASED'""")
                        .param("until", until)
                        .param("send", lease.send())
                        .param("number", lease.chunk())
                        .param("fence", lease.fence())
                        .update()
                == 1;
    }

    /** @return false when the lease is not ours any more */
    boolean begin(Lease lease, int row) {
        return db.sql("""
                        update notices.chunk set begun = :row
                        where send = :send and number = :number and fence = :fence and state = 'LEASED'""")
                        .param("row", row)
                        .param("send", lease.send())
                        .param("number", lease.chunk())
                        .param("fence", lease.fence())
                        .update()
                == 1;
    }

    /** @return false when the lease is not ours any more */
    boolean release(Lease lease, boolean done) {
        return db.sql("""
                        update notices.chunk set state = :state, holder = null, until = null
                        where send = :send and number = :number and fence = :fence and state = 'LEASED'""")
                        .param("state", done ? "DONE" : "WAITING")
                        .param("send", lease.send())
                        .param("number", lease.chunk())
                        .param("fence", lease.fence())
                        .update()
                == 1;
    }

    /** Leases that ran out, in the order in which runs are locked. */
    List<Taken> lapsed(Instant now, int limit) {
        return db.sql("""
                select %s from notices.chunk
                where state = 'LEASED' and until < :now order by send, number limit :limit""".formatted(TAKEN))
                .param("now", now)
                .param("limit", limit)
                .query(Taken.class)
                .list();
    }

    /**
     * Ends a lease that ran out; whoever held it finds it gone.
     *
     * @return false when it was renewed or ended meanwhile, or its holder has begun more than was seen
     */
    boolean end(Taken chunk, Instant now, boolean done) {
        return db.sql("""
                        update notices.chunk set state = :state, holder = null, until = null, fence = fence + 1
                        where send = :send and number = :number and fence = :fence and state = 'LEASED' and until < :now
                            and coalesce(begun, last) = :begun""")
                        .param("begun", chunk.begun())
                        .param("state", done ? "DONE" : "WAITING")
                        .param("send", chunk.send())
                        .param("number", chunk.number())
                        .param("fence", chunk.fence())
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Ends what waits. @return the chunks that waited */
    List<Taken> endWaiting(int send) {
        return db.sql("""
                update notices.chunk set state = 'DONE', fence = fence + 1 where send = :send and state = 'WAITING'
                returning %s""".formatted(TAKEN))
                .param("send", send)
                .query(Taken.class)
                .list();
    }

    /** Whether something of a lane before this one waits to be taken. */
    boolean pressing(Lane before) {
        return db.sql("""
                select exists (
                    select from notices.run r where r.state = 'RUNNING' and r.lane < :lane and exists (
                        select from notices.chunk c where c.send = r.send and c.state = 'WAITING'))""").param("lane", before.ordinal()).query(Boolean.class).single();
    }

    boolean open(int send) {
        return db.sql("select exists (select from notices.chunk where send = :send and state <> 'DONE')")
                .param("send", send)
                .query(Boolean.class)
                .single();
    }

    Map<State, Integer> tally(int send) {
        return db
                .sql("select state, count from notices.tally where send = :send and count > 0")
                .param("send", send)
                .query((row, n) -> Map.entry(State.of(row.getInt("state")), row.getInt("count")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
