package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All SQL of lists of received documents, and who may read which (접수문서 열람권): the unit that has it, its handler, those it circulates
 * to, whoever acted on it, and auditors; of a closed one that has its handler, of the unit only the heads.
 */
@Repository
class ReceiptLists {
    private static final Keyset<ReceiptItem> NEWEST = Keyset.<ReceiptItem>of("receipts")
            .descending("r.arrived_at", Instant.class, ReceiptItem::arrivedAt)
            .descending("r.id", UUID.class, item -> item.receipt().id().value());

    private static final String READABLE = """
            (:audits or r.handler = :me
                or (r.unit = :unit and :works and (not r.closed or :heads or r.state in ('WAITING', 'GIVEN', 'TAKEN')))
                or exists (select from approvals.receipt_reader w where w.receipt = r.id and w.account = :me)
                or exists (select from approvals.receipt_act a where a.receipt = r.id and a.who = :me))
            """;

    private static final String ITEM = """
            select r.*, u.name as unit_name, coalesce(n.number, '') as number
            from approvals.receipt r join approvals.unit u on u.code = r.unit
            left join lateral (
                select e.unit_name || '-' || e.serial as number from approvals.register_entry e
                where e.receipt = r.id order by e.at desc, e.serial desc limit 1) n on true
            where (:like = '%%' or lower(r.title) like :like or lower(r.sender) like :like
                    or lower(r.sender_number) like :like or n.number like :like)
                and (:state::text is null or r.state = :state)
                and (not :mine or r.handler = :me or exists (
                    select from approvals.receipt_reader w where w.receipt = r.id and w.account = :me))
                and (not :overdue or (r.state <> 'DONE' and r.deadline < :today))
                and\s""";

    private final JdbcClient db;
    private final Units units;

    ReceiptLists(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    boolean mayRead(Actor by, Receipt.Id id) {
        return db.sql("select exists (select from approvals.receipt r where r.id = :id and " + READABLE + ")")
                .param("id", id)
                .params(keys(by))
                .query(Boolean.class)
                .single();
    }

    Slice<ReceiptItem> find(Actor by, ReceiptQuery query, LocalDate today, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql(ITEM + READABLE + " and " + where + tail)
                .params(asked(by, query, today))
                .params(keys)
                .query((row, n) -> item(row))
                .list());
    }

    /** Hands out everything asked for, newest first. */
    void each(Actor by, ReceiptQuery query, LocalDate today, Consumer<ReceiptItem> taker) {
        try (var rows = db
                .sql(ITEM + READABLE + " order by r.arrived_at desc, r.id desc")
                .withFetchSize(500)
                .params(asked(by, query, today))
                .query((row, n) -> item(row))
                .stream()) {
            rows.forEach(taker);
        }
    }

    /** How many wait for the person's unit to be given out or taken, how many for himself, and how many are late. */
    Map<String, Long> counts(Actor by, LocalDate today) {
        return db.sql("""
                select count(*) filter (where r.unit = :unit and r.state in ('WAITING', 'GIVEN', 'TAKEN')) as waiting,
                    count(*) filter (where r.handler = :me and r.state = 'ASSIGNED') as mine,
                    count(*) filter (where r.handler = :me and r.state = 'ASSIGNED' and r.deadline < :today) as late,
                    count(*) filter (where r.state <> 'DONE' and r.deadline < :today) as overdue
                from approvals.receipt r where r.state <> 'DONE' and """ + READABLE)
                .param("today", today)
                .params(keys(by))
                .query((row, n) -> Map.of(
                        "waiting", row.getLong("waiting"),
                        "mine", row.getLong("mine"),
                        "late", row.getLong("late"),
                        "overdue", row.getLong("overdue")))
                .single();
    }

    private Map<String, Object> asked(Actor by, ReceiptQuery query, LocalDate today) {
        var keys = keys(by);
        keys.put("like", "%" + query.text().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        keys.put("state", query.state());
        keys.put("mine", query.mine());
        keys.put("overdue", query.overdue());
        keys.put("today", today);
        return keys;
    }

    private LinkedHashMap<String, @Nullable Object> keys(Actor by) {
        var keys = new LinkedHashMap<String, @Nullable Object>();
        keys.put("me", by.id());
        keys.put("audits", Access.audits(by));
        keys.put("works", by.may("approvals", Level.WORK));
        keys.put("heads", by.may("approvals", Level.APPROVE));
        keys.put("unit", units.of(by.team()).code());
        return keys;
    }

    private static ReceiptItem item(java.sql.ResultSet row) throws java.sql.SQLException {
        return new ReceiptItem(
                ReceiptStore.receipt(row),
                Incoming.Origin.valueOf(row.getString("origin")),
                row.getString("title"),
                row.getString("sender"),
                row.getString("sender_number"),
                row.getString("number"),
                row.getString("unit_name"),
                row.getString("handler_name"),
                row.getTimestamp("arrived_at").toInstant());
    }
}
