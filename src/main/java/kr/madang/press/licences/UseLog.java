package kr.madang.press.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of what was done with articles of others, and of what was refused (이용 기록), as a rights agency asks for it. */
@Component
public class UseLog {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Keyset<Entry> NEWEST = Keyset.<Entry>of("press.uses")
            .descending("u.at", Instant.class, Entry::at)
            .descending("u.id", UUID.class, Entry::id);

    /**
     * One use.
     *
     * @param product of the contract it rested on; empty when it was refused for want of one
     */
    public record Entry(
            UUID id,
            Instant at,
            String login,
            UUID outlet,
            String outletName,
            @Nullable UUID article,
            Use use,
            int people,
            String product,
            Decision.Verdict verdict) {}

    /** What is looked for; null and empty for everything. */
    public record Filter(
            @Nullable UUID outlet,
            @Nullable Use use,
            @Nullable Boolean allowed,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    private final JdbcClient db;
    private final TransactionTemplate apart;

    UseLog(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void used(Actor by, Instant at, UUID outlet, @Nullable UUID article, Decision decision) {
        db.sql("""
                insert into press.licence_use (id, at, account, login, outlet, article, use, people, contract, verdict)
                values (:id, :at, :account, :login, :outlet, :article, :use, :people, :contract, :verdict)""")
                .param("id", Id.next(at))
                .param("at", at)
                .param("account", by.id())
                .param("login", by.login())
                .param("outlet", outlet)
                .param("article", article)
                .param("use", decision.use())
                .param("people", decision.asked().people())
                .param("contract", decision.basis().map(Contract::id).orElse(null))
                .param("verdict", decision.verdict())
                .update();
    }

    /** Stays although the caller's transaction goes back with the refusal. */
    void refused(Actor by, Instant at, UUID outlet, @Nullable UUID article, Decision decision) {
        apart.executeWithoutResult(status -> used(by, at, outlet, article, decision));
    }

    /** Newest first. */
    public Slice<Entry> page(Filter filter, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> rows(filter, where, tail, keys));
    }

    private List<Entry> rows(Filter filter, String where, String tail, Map<String, Object> keys) {
        return db.sql("""
                        select u.id, u.at, u.login, u.outlet, o.name as outlet_name, u.article, u.use, u.people,
                            coalesce(p.name, '') as product, u.verdict
                        from press.licence_use u join press.outlet o on o.id = u.outlet
                        left join press.licence_contract c on c.id = u.contract
                        left join press.licence_product p on p.id = c.product
                        where\s""" + condition(filter) + " and " + where + tail)
                .params(params(filter))
                .params(keys)
                .query(Entry.class)
                .list();
    }

    public long count(Filter filter) {
        return db.sql("select count(*) from press.licence_use u where " + condition(filter))
                .params(params(filter))
                .query(Long.class)
                .single();
    }

    private static String condition(Filter filter) {
        return "true"
                + (filter.outlet() == null ? "" : " and u.outlet = :outlet")
                + (filter.use() == null ? "" : " and u.use = :use")
                + (filter.allowed() == null ? "" : " and (u.verdict = 'ALLOWED') = :allowed")
                + (filter.from() == null ? "" : " and u.at >= :from")
                + (filter.to() == null ? "" : " and u.at < :to");
    }

    private static Map<String, Object> params(Filter filter) {
        var params = new HashMap<String, Object>();
        if (filter.outlet() != null) params.put("outlet", filter.outlet());
        if (filter.use() != null) params.put("use", filter.use());
        if (filter.allowed() != null) params.put("allowed", filter.allowed());
        if (filter.from() != null)
            params.put("from", filter.from().atStartOfDay(SEOUL).toInstant());
        if (filter.to() != null)
            params.put("to", filter.to().plusDays(1).atStartOfDay(SEOUL).toInstant());
        return params;
    }
}
