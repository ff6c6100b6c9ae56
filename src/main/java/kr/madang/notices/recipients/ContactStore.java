package kr.madang.notices.recipients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of single recipients: their ways of being reached and what they agreed to. */
@Repository
class ContactStore {
    record Sealed(UUID id, String sealed, String dong) {}

    private final JdbcClient db;

    ContactStore(JdbcClient db) {
        this.db = db;
    }

    // ------------------------------------------------------------------ handing over

    List<Sealed> sealed(Collection<UUID> contacts) {
        return db.sql("""
                select c.id, c.sealed, r.dong from notices.contact c join notices.recipient r on r.id = c.recipient
                where c.id = any(:ids) and c.sealed is not null""")
                .param("ids", contacts.toArray(UUID[]::new))
                .query((row, n) ->
                        new Sealed(row.getObject("id", UUID.class), row.getString("sealed"), row.getString("dong")))
                .list();
    }

    /** Those that are not deleted, and whether messages to them were proven to arrive nowhere. */
    Map<UUID, Boolean> living(Collection<UUID> contacts, Channel channel) {
        return db
                .sql("""
                select id, dead_at is not null as dead from notices.contact
                where id = any(:ids) and sealed is not null and channel = :channel""")
                .param("ids", contacts.toArray(UUID[]::new))
                .param("channel", channel)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getBoolean("dead")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of those that have any. */
    Map<UUID, Consents> consents(Collection<UUID> contacts) {
        var found = new HashMap<UUID, List<Consent>>();
        db.sql("select * from notices.consent where contact = any(:ids) order by given_at, id")
                .param("ids", contacts.toArray(UUID[]::new))
                .query(row -> {
                    var contact = row.getObject("contact", UUID.class);
                    found.computeIfAbsent(contact, c -> new ArrayList<>()).add(consent(row));
                });
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Consents(entry.getValue())));
    }

    static Consent consent(ResultSet row) throws SQLException {
        var withdrawal = row.getString("withdrawal");
        return new Consent(
                Purpose.valueOf(row.getString("purpose")),
                row.getString("topic"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                Consent.Source.valueOf(row.getString("source")),
                row.getString("wording"),
                instant(row, "withdrawn_at"),
                withdrawal == null ? null : Consent.Withdrawal.valueOf(withdrawal));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    // ------------------------------------------------------------------ one recipient

    Optional<Recipient> find(UUID id) {
        return db.sql("select * from notices.recipient where id = :id")
                .param("id", id)
                .query((row, n) -> recipient(row, contacts(List.of(id)).getOrDefault(id, List.of())))
                .optional();
    }

    static Recipient recipient(ResultSet row, List<Contact> contacts) throws SQLException {
        return new Recipient(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("dong"),
                AgeBand.ofNumber(row.getInt("age")).orElse(null),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                instant(row, "deleted_at"),
                contacts);
    }

    /** With their consents, of every recipient named that has any. */
    Map<UUID, List<Contact>> contacts(Collection<UUID> recipients) {
        record Row(UUID recipient, Contact contact) {}
        var rows = db.sql("select * from notices.contact where recipient = any(:ids) order by added_at, id")
                .param("ids", recipients.toArray(UUID[]::new))
                .query((row, n) -> new Row(row.getObject("recipient", UUID.class), contact(row)))
                .list();
        var consents = consents(rows.stream().map(r -> r.contact().id()).toList());
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::recipient,
                        Collectors.mapping(
                                r -> r.contact()
                                        .with(consents.getOrDefault(r.contact().id(), Consents.NONE)),
                                Collectors.toList())));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getObject("recipient", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("masked"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                instant(row, "dead_at"),
                instant(row, "deleted_at"),
                Consents.NONE);
    }

    Optional<Contact> findContact(UUID id) {
        return db.sql("select * from notices.contact where id = :id")
                .param("id", id)
                .query((row, n) -> contact(row).with(consents(List.of(id)).getOrDefault(id, Consents.NONE)))
                .optional();
    }

    /** Holds the contact until the end of the transaction, so that two changes of its consents come one after the other. */
    Optional<Contact> lock(UUID id) {
        db.sql("select from notices.contact where id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        return findContact(id);
    }

    Optional<UUID> byFinder(Channel channel, String finder) {
        return db.sql("select id from notices.contact where channel = :channel and finder = :finder")
                .param("channel", channel)
                .param("finder", finder)
                .query(UUID.class)
                .optional();
    }

    void insert(UUID id, String dong, @Nullable AgeBand age, Instant at) {
        db.sql("insert into notices.recipient (id, dong, age, added_at) values (:id, :dong, :age, :at)")
                .param("id", id)
                .param("dong", dong)
                .param("age", age == null ? null : age.number(), java.sql.Types.SMALLINT)
                .param("at", at)
                .update();
    }

    boolean correct(UUID id, String dong, @Nullable AgeBand age) {
        return db.sql("update notices.recipient set dong = :dong, age = :age where id = :id and deleted_at is null")
                        .param("id", id)
                        .param("dong", dong)
                        .param("age", age == null ? null : age.number(), java.sql.Types.SMALLINT)
                        .update()
                == 1;
    }

    /** @return false when the address is somebody's already */
    boolean insertContact(UUID id, UUID recipient, Address address, String sealed, String finder, Instant at) {
        return db.sql("""
                        insert into notices.contact (id, recipient, channel, sealed, finder, last_four, masked, added_at)
                        values (:id, :recipient, :channel, :sealed, :finder, :four, :masked, :at)
                        on conflict do nothing""")
                        .param("id", id)
                        .param("recipient", recipient)
                        .param("channel", address.channel())
                        .param("sealed", sealed)
                        .param("finder", finder)
                        .param("four", address.lastFour())
                        .param("masked", address.masked())
                        .param("at", at)
                        .update()
                == 1;
    }

    /** Another address for the same way; what was learned about the earlier one is forgotten. */
    boolean readdress(UUID id, Address address, String sealed, String finder) {
        return db.sql("""
                        update notices.contact set sealed = :sealed, finder = :finder, last_four = :four,
                            masked = :masked, dead_at = null, dead_why = ''
                        where id = :id and deleted_at is null""")
                        .param("id", id)
                        .param("sealed", sealed)
                        .param("finder", finder)
                        .param("four", address.lastFour())
                        .param("masked", address.masked())
                        .update()
                == 1;
    }

    void bury(UUID id, Instant at, String why) {
        db.sql("update notices.contact set dead_at = :at, dead_why = :why where id = :id and dead_at is null")
                .param("id", id)
                .param("at", at)
                .param("why", why)
                .update();
    }

    /** Somebody has just shown that something arrives there after all. */
    void revive(UUID id) {
        db.sql("update notices.contact set dead_at = null, dead_why = '' where id = :id and dead_at is not null")
                .param("id", id)
                .update();
    }

    // ------------------------------------------------------------------ consents

    void give(UUID contact, Consent consent) {
        db.sql("""
                insert into notices.consent (contact, purpose, topic, given_at, source, wording, withdrawn_at, withdrawal)
                values (:contact, :purpose, :topic, :given, :source, :wording, :withdrawn, :withdrawal)""")
                .param("contact", contact)
                .param("purpose", consent.purpose())
                .param("topic", consent.topic())
                .param("given", consent.givenAt())
                .param("source", consent.source())
                .param("wording", consent.wording())
                .param("withdrawn", consent.withdrawnAt(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("withdrawal", consent.withdrawal(), java.sql.Types.VARCHAR)
                .update();
    }

    int withdraw(UUID contact, Purpose purpose, String topic, Instant at, Consent.Withdrawal how) {
        return db.sql("""
                update notices.consent set withdrawn_at = greatest(given_at, :at), withdrawal = :how
                where contact = :contact and purpose = :purpose and topic = :topic and withdrawn_at is null""")
                .param("contact", contact)
                .param("purpose", purpose)
                .param("topic", topic)
                .param("at", at)
                .param("how", how)
                .update();
    }
}
