package kr.madang.approvals.dispatch.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of single received documents. */
@Repository
class ReceiptStore {
    /** A received document with its row. @param answer the paper that answers it */
    record Held(
            Receipt receipt,
            Incoming incoming,
            String handlerName,
            @Nullable UUID answer) {}

    private final JdbcClient db;

    ReceiptStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Receipt r, Incoming in, Actor by) {
        db.sql("""
                insert into approvals.receipt (id, origin, delivery, packet, manifest, signature, sender, sender_number,
                    sent_on, title, summary, body, closed, arrived_at, made_by, made_name, state, unit, deadline, method,
                    changed_at)
                values (:id, :origin, :delivery::uuid, :packet, :manifest, :signature, :sender, :senderNumber,
                    :sentOn::date, :title, :summary, :body, :closed, :at, :by, :byName, :state, :unit, :deadline::date,
                    :method, :at)""")
                .param("id", r.id())
                .param("origin", in.origin())
                .param("delivery", in.delivery())
                .param("packet", in.packet())
                .param("manifest", in.manifest())
                .param("signature", in.signature().stored())
                .param("sender", in.sender())
                .param("senderNumber", in.senderNumber())
                .param("sentOn", in.sentOn())
                .param("title", in.title())
                .param("summary", in.summary())
                .param("body", in.body())
                .param("closed", in.closed())
                .param("at", in.arrivedAt())
                .param("by", by.id())
                .param("byName", by.name())
                .param("state", r.state())
                .param("unit", r.unit())
                .param("deadline", r.deadline())
                .param("method", r.method())
                .update();
    }

    Optional<Held> find(Receipt.Id id) {
        return held("select * from approvals.receipt where id = :id", id);
    }

    Optional<Held> lock(Receipt.Id id) {
        return held("select * from approvals.receipt where id = :id for update", id);
    }

    private Optional<Held> held(String sql, Receipt.Id id) {
        return db.sql(sql).param("id", id).query(ReceiptStore::held).optional();
    }

    /** The document a package has brought before, with the checksum it had then. */
    record Known(UUID id, String manifest) {}

    Optional<Known> ofPacket(String packet) {
        return db.sql("select id, manifest from approvals.receipt where packet = :packet")
                .param("packet", packet)
                .query(Known.class)
                .optional();
    }

    void save(Receipt r, String handlerName, Instant at) {
        db.sql("""
                update approvals.receipt set state = :state, unit = :unit, handler = :handler::uuid,
                    handler_name = :handlerName, deadline = :deadline::date, method = :method, changed_at = :at
                where id = :id""")
                .param("id", r.id())
                .param("state", r.state())
                .param("unit", r.unit())
                .param(
                        "handler",
                        r.handler() == null ? null : UUID.fromString(r.handler().key()))
                .param("handlerName", handlerName)
                .param("deadline", r.deadline())
                .param("method", r.method())
                .param("at", at)
                .update();
    }

    void answered(Receipt.Id id, UUID paper) {
        db.sql("update approvals.receipt set answer = :paper where id = :id")
                .param("id", id)
                .param("paper", paper)
                .update();
    }

    void insert(Receipt.Id id, ReceiptView.Step step, Actor by) {
        db.sql("""
                insert into approvals.receipt_act (receipt, number, kind, who, who_name, at, unit, handler, deadline, words)
                select :id, count(*) + 1, :kind, :by, :name, :at, :unit, :handler, :deadline::date, :words
                from approvals.receipt_act where receipt = :id""")
                .param("id", id)
                .param("kind", step.kind())
                .param("by", by.id())
                .param("name", step.who())
                .param("at", step.at())
                .param("unit", step.unit())
                .param("handler", step.handler())
                .param("deadline", step.deadline())
                .param("words", step.words())
                .update();
    }

    List<ReceiptView.Step> steps(Receipt.Id id) {
        return db.sql("""
                select at, kind, who_name as who, unit, handler, deadline, words from approvals.receipt_act
                where receipt = :id order by number""")
                .param("id", id)
                .query((row, n) -> new ReceiptView.Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("who"),
                        row.getString("unit"),
                        row.getString("handler"),
                        row.getObject("deadline", LocalDate.class),
                        row.getString("words")))
                .list();
    }

    void insert(Receipt.Id id, ReceiptView.Enclosed file) {
        db.sql("""
                insert into approvals.receipt_file (receipt, position, file, name, size, sha256)
                values (:id, :position, :file, :name, :size, :sha256)""")
                .param("id", id)
                .param("position", file.position())
                .param("file", file.file())
                .param("name", file.name())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .update();
    }

    List<ReceiptView.Enclosed> files(Receipt.Id id) {
        return db.sql("""
                select position, file, name, size, sha256 from approvals.receipt_file
                where receipt = :id order by position""").param("id", id).query(ReceiptView.Enclosed.class).list();
    }

    /** @return false when he is among the readers already */
    boolean addReader(Receipt.Id id, UUID account, String name, Actor by, Instant at) {
        return db.sql("""
                insert into approvals.receipt_reader (receipt, account, name, asked_by, asked_at)
                values (:id, :account, :name, :by, :at) on conflict do nothing""")
                        .param("id", id)
                        .param("account", account)
                        .param("name", name)
                        .param("by", by.name())
                        .param("at", at)
                        .update()
                == 1;
    }

    /** The first opening counts. */
    void read(Receipt.Id id, UUID account, Instant at) {
        db.sql("""
                update approvals.receipt_reader set read_at = :at
                where receipt = :id and account = :account and read_at is null""").param("id", id).param("account", account).param("at", at).update();
    }

    List<ReceiptView.Reader> readers(Receipt.Id id) {
        return db.sql("""
                select account, name, asked_by, asked_at, read_at from approvals.receipt_reader
                where receipt = :id order by asked_at, name""")
                .param("id", id)
                .query((row, n) -> new ReceiptView.Reader(
                        row.getObject("account", UUID.class),
                        row.getString("name"),
                        row.getString("asked_by"),
                        row.getTimestamp("asked_at").toInstant(),
                        SendingStore.instant(row, "read_at")))
                .list();
    }

    /** The newest number of the document; empty while it has none. */
    String number(Receipt.Id id) {
        return db.sql("""
                select unit_name || '-' || serial from approvals.register_entry where receipt = :id
                order by at desc, serial desc limit 1""").param("id", id).query(String.class).optional().orElse("");
    }

    boolean numbered(Receipt.Id id, String unit) {
        return db.sql("select exists (select from approvals.register_entry where receipt = :id and unit = :unit)")
                .param("id", id)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    void look(Receipt.Id id, Actor by, boolean allowed, String address, Instant at) {
        db.sql("""
                insert into approvals.receipt_look (id, receipt, account, login, at, allowed, address)
                values (:look, :id, :account, :login, :at, :allowed, :address)""")
                .param("look", Id.next(at))
                .param("id", id)
                .param("account", by.id())
                .param("login", by.login())
                .param("at", at)
                .param("allowed", allowed)
                .param("address", address)
                .update();
    }

    static Receipt receipt(ResultSet row) throws SQLException {
        var handler = row.getObject("handler", UUID.class);
        return new Receipt(
                new Receipt.Id(row.getObject("id", UUID.class)),
                Receipt.State.valueOf(row.getString("state")),
                row.getString("unit"),
                handler == null ? null : Person.of(handler),
                row.getObject("deadline", LocalDate.class),
                row.getString("method"));
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        var in = new Incoming(
                Incoming.Origin.valueOf(row.getString("origin")),
                row.getObject("delivery", UUID.class),
                row.getString("packet"),
                row.getString("manifest"),
                Incoming.Signature.of(row.getString("signature")),
                row.getString("sender"),
                row.getString("sender_number"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                row.getBoolean("closed"),
                row.getTimestamp("arrived_at").toInstant());
        return new Held(receipt(row), in, row.getString("handler_name"), row.getObject("answer", UUID.class));
    }
}
