package kr.madang.press.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kr.madang.kernel.Won;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of subscriptions. */
@Repository
class SubscriptionStore {
    private static final String SELECT = """
            select s.id, s.outlet, o.name as outlet_name, s.group_of, s.recipient, s.copies, s.from_on, s.to_on, s.why, s.ended_why
            from press.subscription s join press.outlet o on o.id = s.outlet
            """;
    private static final String ORDER = " order by o.name, s.group_of desc, s.recipient, s.from_on, s.id";

    private final JdbcClient db;

    SubscriptionStore(JdbcClient db) {
        this.db = db;
    }

    List<Subscription> all() {
        return db.sql(SELECT + ORDER).query(SubscriptionStore::row).list();
    }

    List<Subscription> of(UUID outlet) {
        return db.sql(SELECT + "where s.outlet = :outlet" + ORDER)
                .param("outlet", outlet)
                .query(SubscriptionStore::row)
                .list();
    }

    Optional<Subscription> find(UUID id) {
        return db.sql(SELECT + "where s.id = :id")
                .param("id", id)
                .query(SubscriptionStore::row)
                .optional();
    }

    private static Subscription row(ResultSet row, int n) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getObject("outlet", UUID.class),
                row.getString("outlet_name"),
                Subscription.Group.valueOf(row.getString("group_of")),
                row.getString("recipient"),
                row.getInt("copies"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("why"),
                row.getString("ended_why"));
    }

    /** One paper's rows are written one after the other. */
    void hold(UUID outlet) {
        db.sql("select id from press.outlet where id = :id for update")
                .param("id", outlet)
                .query()
                .listOfRows();
    }

    void add(Subscription row, String by, Instant at) {
        db.sql("""
                insert into press.subscription (id, outlet, group_of, recipient, copies, from_on, to_on, why, ended_why, added_at, added_by)
                values (:id, :outlet, :group, :recipient, :copies, :from, :to, :why, :endedWhy, :at, :by)""")
                .param("id", row.id())
                .param("outlet", row.outlet())
                .param("group", row.group())
                .param("recipient", row.recipient())
                .param("copies", row.copies())
                .param("from", row.from())
                .param("to", row.to())
                .param("why", row.why())
                .param("endedWhy", row.endedWhy())
                .param("at", at)
                .param("by", by)
                .update();
    }

    int end(UUID id, LocalDate last, String why) {
        return db.sql(
                        "update press.subscription set to_on = :last, ended_why = :why where id = :id and to_on is null and from_on <= :last")
                .param("last", last)
                .param("why", why)
                .param("id", id)
                .update();
    }

    TreeMap<LocalDate, Won> prices(UUID outlet) {
        var prices = new TreeMap<LocalDate, Won>();
        db.sql("select from_on, price from press.subscription_price where outlet = :outlet")
                .param("outlet", outlet)
                .query(row -> {
                    prices.put(row.getObject("from_on", LocalDate.class), new Won(row.getLong("price")));
                });
        return prices;
    }

    Map<UUID, TreeMap<LocalDate, Won>> prices() {
        var prices = new HashMap<UUID, TreeMap<LocalDate, Won>>();
        db.sql("select outlet, from_on, price from press.subscription_price").query(row -> {
            prices.computeIfAbsent(row.getObject("outlet", UUID.class), o -> new TreeMap<>())
                    .put(row.getObject("from_on", LocalDate.class), new Won(row.getLong("price")));
        });
        return prices;
    }

    void price(UUID outlet, LocalDate from, Won price) {
        db.sql(
                        "insert into press.subscription_price values (:outlet, :from, :price) on conflict (outlet, from_on) do update set price = :price")
                .param("outlet", outlet)
                .param("from", from)
                .param("price", price.amount())
                .update();
    }

    /** @return 0 when the month has been paid already */
    int pay(UUID outlet, Payment payment, Instant at) {
        return db.sql("""
                insert into press.subscription_payment (outlet, month, copies, due, billed, why, paid_on, at, by)
                values (:outlet, :month, :copies, :due, :billed, :why, :paid, :at, :by) on conflict do nothing""")
                .param("outlet", outlet)
                .param("month", payment.month().atDay(1))
                .param("copies", payment.copies())
                .param("due", payment.due().amount())
                .param("billed", payment.billed().amount())
                .param("why", payment.why())
                .param("paid", payment.paidOn())
                .param("at", at)
                .param("by", payment.by())
                .update();
    }

    List<Payment> payments(YearMonth from, YearMonth to) {
        return db.sql("""
                select outlet, month, copies, due, billed, why, paid_on, by from press.subscription_payment
                where month between :from and :to order by month, outlet""")
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .query((row, n) -> new Payment(
                        row.getObject("outlet", UUID.class),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getInt("copies"),
                        new Won(row.getLong("due")),
                        new Won(row.getLong("billed")),
                        row.getString("why"),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("by")))
                .list();
    }

    boolean isPaid(UUID outlet, LocalDate month) {
        return db.sql(
                        "select exists (select from press.subscription_payment where outlet = :outlet and month >= :month)")
                .param("outlet", outlet)
                .param("month", month.withDayOfMonth(1))
                .query(Boolean.class)
                .single();
    }
}
