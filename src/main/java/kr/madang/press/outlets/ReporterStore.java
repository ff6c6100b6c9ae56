package kr.madang.press.outlets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.BlindIndex;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL that changes reporters; their addresses lie sealed. */
@Repository
class ReporterStore {
    private static final SealedColumn SEALED = SealedColumn.of("press.reporter");

    private record Content(String mail, String phone) {}

    private final FieldCipher cipher;
    private final BlindIndex index;
    private final JdbcClient db;
    private final JsonMapper json;

    ReporterStore(FieldCipher cipher, BlindIndex index, JdbcClient db, JsonMapper json) {
        this.cipher = cipher;
        this.index = index;
        this.db = db;
        this.json = json;
    }

    /** Equal for equal addresses; null for none. */
    @Nullable
    String key(Contact contact) {
        return contact.mail().isEmpty()
                ? null
                : index.exact(SEALED.table(), "mail", BlindIndex.Form.EMAIL, contact.mail());
    }

    private String seal(UUID id, Contact contact) {
        return cipher.seal(json.writeValueAsString(new Content(contact.mail(), contact.phone())), SEALED.place(id));
    }

    /** Opened; who was erased is missing. */
    Map<UUID, Contact> open(Collection<UUID> ids) {
        var opened = new HashMap<UUID, Contact>();
        db.sql("select id, sealed from press.reporter where id = any(:ids) and sealed is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var content = json.readValue(cipher.open(row.getString("sealed"), SEALED.place(id)), Content.class);
                    opened.put(id, new Contact(content.mail(), content.phone()));
                });
        return opened;
    }

    void add(UUID id, ReporterDraft draft, Actor by, Instant at) {
        db.sql("""
                insert into press.reporter (id, name, outlet, title, beats, note, sealed, mail_key, mail_masked, phone_masked, added_at, added_by)
                values (:id, :name, :outlet, :title, :beats, :note, :sealed, :key, :mail, :phone, :at, :by)""")
                .params(params(id, draft))
                .param("at", at)
                .param("by", by.login())
                .update();
    }

    /** An address that is another one lives again. */
    int change(UUID id, ReporterDraft draft) {
        return db.sql("""
                update press.reporter set name = :name, title = :title, beats = :beats, note = :note, sealed = :sealed,
                    mail_masked = :mail, phone_masked = :phone, mail_key = :key,
                    bounced_at = case when mail_key is not distinct from :key then bounced_at end,
                    bounced_why = case when mail_key is not distinct from :key then bounced_why else '' end
                where id = :id and erased_at is null""").params(params(id, draft)).update();
    }

    private Map<String, @Nullable Object> params(UUID id, ReporterDraft draft) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("id", id);
        params.put("name", draft.name());
        params.put("outlet", draft.outlet());
        params.put("title", draft.title());
        params.put("beats", draft.beats().toArray(String[]::new));
        params.put("note", draft.note());
        params.put("sealed", seal(id, draft.contact()));
        params.put("key", key(draft.contact()));
        params.put("mail", draft.contact().maskedMail());
        params.put("phone", draft.contact().maskedPhone());
        return params;
    }

    void begin(UUID id, UUID outlet, LocalDate from) {
        db.sql("insert into press.reporter_post (reporter, outlet, from_on) values (:id, :outlet, :from)")
                .param("id", id)
                .param("outlet", outlet)
                .param("from", from)
                .update();
    }

    /** @return 0 when he did not come to his outlet before that day */
    int leave(UUID id, LocalDate last) {
        return db.sql(
                        "update press.reporter_post set to_on = :last where reporter = :id and to_on is null and from_on <= :last")
                .param("last", last)
                .param("id", id)
                .update();
    }

    void sitAt(UUID id, UUID outlet) {
        db.sql("update press.reporter set outlet = :outlet where id = :id")
                .param("outlet", outlet)
                .param("id", id)
                .update();
    }

    /** His row until the transaction ends, so that two who change him come one after the other. */
    Optional<UUID> hold(UUID id) {
        return db.sql("select id from press.reporter where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    int bounced(UUID id, String why, Instant at) {
        return db.sql(
                        "update press.reporter set bounced_at = :at, bounced_why = :why where id = :id and bounced_at is null and erased_at is null")
                .param("at", at)
                .param("why", why)
                .param("id", id)
                .update();
    }

    int retire(UUID id, @Nullable Instant at) {
        return db.sql("""
                update press.reporter set retired_at = :at::timestamptz
                where id = :id and erased_at is null and (retired_at is null) = (:at::timestamptz is not null)""").param("at", at).param("id", id).update();
    }

    /** Takes out what makes him a person; his row stays, for what was sent to him stays. */
    void erase(UUID id, String nobody, Instant at) {
        db.sql("""
                insert into press.reporter_stop (mail_key, at) select mail_key, :at from press.reporter
                where id = :id and mail_key is not null on conflict do nothing""").param("id", id).param("at", at).update();
        db.sql("""
                update press.reporter set name = :nobody, title = '', beats = '{}', note = '', sealed = null, mail_key = null, mail_masked = '',
                    phone_masked = '', bounced_why = '', retired_at = coalesce(retired_at, :at), erased_at = :at where id = :id""").param("nobody", nobody).param("id", id).param("at", at).update();
    }

    boolean isStopped(String key) {
        return db.sql("select exists (select from press.reporter_stop where mail_key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    void release(String key) {
        db.sql("delete from press.reporter_stop where mail_key = :key")
                .param("key", key)
                .update();
    }

    @Bean
    static Resealable sealedReporters(JdbcClient db) {
        return SEALED.in(db);
    }
}
