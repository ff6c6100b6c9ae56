package kr.madang.notices.sends;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.Price;
import kr.madang.notices.wording.SenderNumber;
import kr.madang.notices.wording.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the terms of sending: numbers, prices, hours and days off. */
@Repository
class TermStore {
    private final JdbcClient db;

    TermStore(JdbcClient db) {
        this.db = db;
    }

    OfficeTerms office() {
        return db.sql("select office, rejection, stale, holders from notices.office_terms")
                .query((row, n) -> new OfficeTerms(
                        row.getString("office"),
                        row.getString("rejection"),
                        Duration.ofMinutes(row.getInt("stale")),
                        row.getInt("holders")))
                .single();
    }

    void office(OfficeTerms terms) {
        db.sql("""
                update notices.office_terms set office = :office, rejection = :rejection, stale = :stale, holders = :holders""")
                .param("office", terms.office())
                .param("rejection", terms.rejection())
                .param("stale", terms.stale().toMinutes())
                .param("holders", terms.holders())
                .update();
    }

    List<RegisteredSender> senders() {
        return db.sql("""
                select digits, label, proof, since, retired_at is not null as retired from notices.sender_number
                order by retired_at is not null, since, digits""")
                .query((row, n) -> new RegisteredSender(
                        new SenderNumber(row.getString("digits")),
                        row.getString("label"),
                        row.getString("proof"),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("retired")))
                .list();
    }

    /** A number that was given up and is registered again starts anew. */
    boolean register(RegisteredSender sender) {
        return db.sql("""
                        insert into notices.sender_number (digits, label, proof, since)
                        values (:digits, :label, :proof, :since)
                        on conflict (digits) do update set label = :label, proof = :proof, since = :since, retired_at = null
                        where notices.sender_number.retired_at is not null""")
                        .param("digits", sender.number().digits())
                        .param("label", sender.label())
                        .param("proof", sender.proof())
                        .param("since", sender.since())
                        .update()
                == 1;
    }

    boolean retire(String digits, Instant at) {
        return db.sql("""
                        update notices.sender_number set retired_at = :at where digits = :digits and retired_at is null""").param("digits", digits).param("at", at).update() == 1;
    }

    /** With its id, so that a page can name it. */
    record Priced(UUID id, Price price) {}

    List<Priced> prices() {
        return db.sql(
                        "select id, size, jeon, first, last from notices.price order by array_position(array['SMS', 'LMS', 'MMS'], size), first")
                .query((row, n) -> new Priced(
                        row.getObject("id", UUID.class),
                        new Price(
                                Size.valueOf(row.getString("size")),
                                row.getLong("jeon"),
                                row.getObject("first", LocalDate.class),
                                row.getObject("last", LocalDate.class))))
                .list();
    }

    void agree(UUID id, Price price) {
        db.sql("insert into notices.price (id, size, jeon, first, last) values (:id, :size, :jeon, :first, :last)")
                .param("id", id)
                .param("size", price.size())
                .param("jeon", price.jeon())
                .param("first", price.from())
                .param("last", price.to())
                .update();
    }

    /** The price that holds without an end gets one. */
    void end(Size size, LocalDate last) {
        db.sql("update notices.price set last = :last where size = :size and last is null and first <= :last")
                .param("size", size)
                .param("last", last)
                .update();
    }

    boolean forgetPrice(UUID id) {
        return db.sql("delete from notices.price where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    Map<Kind, Calendar.Rule> rules() {
        var rules = new EnumMap<Kind, Calendar.Rule>(Kind.class);
        db.sql("select kind, night, weekend, holiday from notices.rest_rule").query(row -> {
            rules.put(
                    Kind.valueOf(row.getString("kind")),
                    new Calendar.Rule(row.getBoolean("night"), row.getBoolean("weekend"), row.getBoolean("holiday")));
        });
        return rules;
    }

    void rule(Kind kind, Calendar.Rule rule) {
        db.sql("""
                insert into notices.rest_rule values (:kind, :night, :weekend, :holiday)
                on conflict (kind) do update set night = :night, weekend = :weekend, holiday = :holiday""")
                .param("kind", kind)
                .param("night", rule.night())
                .param("weekend", rule.weekend())
                .param("holiday", rule.holiday())
                .update();
    }

    /** Serializes changes of prices, which must not overlap. */
    void lock() {
        db.sql("lock table notices.price in share row exclusive mode").update();
    }
}
