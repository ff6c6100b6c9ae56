package kr.madang.press.scrap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of editions, what is in them and what was published of them. */
@Repository
class EditionStore {
    private static final String SELECT =
            "select e.id, e.day, e.since, e.until, e.headline, e.version from press.scrap_edition e ";
    private static final Keyset<Edition> NEWEST =
            Keyset.<Edition>of("press.scrap").descending("e.day", LocalDate.class, Edition::day);
    private static final TypeReference<List<Printed>> ITEMS = new TypeReference<>() {};

    /** @param rule empty when somebody chose it */
    record Item(
            UUID id, UUID article, String section, int position, String rule, boolean removed, String withdrawnWhy) {
        boolean stands() {
            return !removed;
        }
    }

    private final JdbcClient db;
    private final JsonMapper json;

    EditionStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Edition> find(LocalDate day) {
        return db.sql(SELECT + "where e.day = :day")
                .param("day", day)
                .query(Edition.class)
                .optional();
    }

    Slice<Edition> page(@Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql(SELECT + "where " + where + tail)
                .params(keys)
                .query(Edition.class)
                .list());
    }

    long count() {
        return db.sql("select count(*) from press.scrap_edition")
                .query(Long.class)
                .single();
    }

    /** One that is there stays as it is. */
    void add(UUID id, LocalDate day, Span span, String by, Instant at) {
        db.sql("""
                insert into press.scrap_edition (id, day, since, until, made_at, made_by)
                values (:id, :day, :since, :until, :at, :by) on conflict (day) do nothing""")
                .param("id", id)
                .param("day", day)
                .param("since", span.since())
                .param("until", span.until())
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** Its row until the transaction ends, so that two who work on it come one after the other. */
    Edition hold(UUID id) {
        return db.sql(SELECT + "where e.id = :id for update")
                .param("id", id)
                .query(Edition.class)
                .single();
    }

    void headline(UUID id, String headline) {
        db.sql("update press.scrap_edition set headline = :headline where id = :id")
                .param("headline", headline)
                .param("id", id)
                .update();
    }

    /** All there ever were, in order. */
    List<Item> items(UUID edition) {
        return db.sql("""
                select id, article, section, position, rule, removed_at is not null as removed, withdrawn_why
                from press.scrap_item where edition = :edition order by position, id""").param("edition", edition).query(Item.class).list();
    }

    void add(UUID id, UUID edition, UUID article, String section, int position, String rule) {
        db.sql("""
                insert into press.scrap_item (id, edition, article, section, position, rule)
                values (:id, :edition, :article, :section, :position, :rule)
                on conflict (edition, article) do update set removed_at = null, withdrawn_why = '', section = :section,
                    position = :position, rule = :rule""")
                .param("id", id)
                .param("edition", edition)
                .param("article", article)
                .param("section", section)
                .param("position", position)
                .param("rule", rule)
                .update();
    }

    void place(UUID item, String section, int position) {
        db.sql("update press.scrap_item set section = :section, position = :position where id = :id")
                .param("section", section)
                .param("position", position)
                .param("id", item)
                .update();
    }

    void remove(UUID item, Instant at) {
        db.sql("update press.scrap_item set removed_at = :at where id = :id")
                .param("at", at)
                .param("id", item)
                .update();
    }

    void withdraw(UUID item, String why) {
        db.sql("update press.scrap_item set withdrawn_why = :why where id = :id")
                .param("why", why)
                .param("id", item)
                .update();
    }

    void publish(UUID edition, Version version) {
        db.sql("update press.scrap_edition set version = :number where id = :id")
                .param("number", version.number())
                .param("id", edition)
                .update();
        db.sql("""
                insert into press.scrap_version (edition, number, at, by, why, headline, items, paper)
                values (:edition, :number, :at, :by, :why, :headline, :items::jsonb, :paper)""")
                .param("edition", edition)
                .param("number", version.number())
                .param("at", version.at())
                .param("by", version.by())
                .param("why", version.why())
                .param("headline", version.headline())
                .param("items", json.writeValueAsString(version.items()))
                .param("paper", version.paper())
                .update();
    }

    /** Oldest first. */
    List<Version> versions(UUID edition) {
        return db.sql(
                        "select number, at, by, why, headline, items, paper from press.scrap_version where edition = :id order by number")
                .param("id", edition)
                .query((row, n) -> new Version(
                        row.getInt("number"),
                        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        row.getString("why"),
                        row.getString("headline"),
                        json.readValue(row.getString("items"), ITEMS),
                        row.getObject("paper", UUID.class)))
                .list();
    }
}
