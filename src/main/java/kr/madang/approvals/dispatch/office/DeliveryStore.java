package kr.madang.approvals.dispatch.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.dispatch.Channel;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.line.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of deliveries: the outbox of the office. */
@Repository
class DeliveryStore {
    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    void insert(DeliveryRow row) {
        var resident = row.delivery().channel() == Channel.EMAIL;
        db.sql("""
            insert into approvals.delivery (id, sending, paper, position, channel, code, name, sealed_name,
                sealed_email, state, due_at)
            values (:id, :sending, :paper, :position, :channel, :code, :name, :sealedName, :sealedEmail, :state,
                :due::timestamptz)\
            """)
                .param("id", row.delivery().id())
                .param("sending", row.sending())
                .param("paper", row.paper())
                .param("position", row.position())
                .param("channel", row.delivery().channel())
                .param("code", row.code().isEmpty() ? null : row.code())
                .param("name", resident ? null : row.name())
                .param("sealedName", resident ? row.sealedName() : null)
                .param("sealedEmail", resident ? row.sealedEmail() : null)
                .param("state", row.delivery().state())
                .param("due", row.delivery().dueAt())
                .update();
    }

    /** Locks the delivery that has waited longest and that nobody carries; others look at the next one. */
    Optional<DeliveryRow> lockDue(Instant now) {
        return db.sql("""
            select * from approvals.delivery
            where state = 'QUEUED' and due_at <= :now and (held_until is null or held_until <= :now)
            order by due_at, id limit 1 for update skip locked\
            """).param("now", now).query(DeliveryStore::row).optional();
    }

    Optional<DeliveryRow> lock(Delivery.Id id) {
        return db.sql("select * from approvals.delivery where id = :id for update")
                .param("id", id)
                .query(DeliveryStore::row)
                .optional();
    }

    Optional<DeliveryRow> find(Delivery.Id id) {
        return db.sql("select * from approvals.delivery where id = :id")
                .param("id", id)
                .query(DeliveryStore::row)
                .optional();
    }

    List<DeliveryRow> of(Paper.Id paper) {
        return db.sql("select * from approvals.delivery where paper = :paper order by sending, position")
                .param("paper", paper)
                .query(DeliveryStore::row)
                .list();
    }

    List<DeliveryRow> ofSending(UUID sending) {
        return db.sql("select * from approvals.delivery where sending = :sending order by position")
                .param("sending", sending)
                .query(DeliveryStore::row)
                .list();
    }

    void save(Delivery d) {
        var lease = d.lease();
        db.sql("""
            update approvals.delivery set state = :state, tries = :tries, due_at = :due::timestamptz,
                holder = :holder, held_until = :until::timestamptz, handed = :handed,
                sent_at = :sent::timestamptz, arrived_at = :arrived::timestamptz, why = :why, detail = :detail
            where id = :id\
            """)
                .param("id", d.id())
                .param("state", d.state())
                .param("tries", d.tries())
                .param("due", d.dueAt())
                .param("holder", lease == null ? null : lease.holder())
                .param("until", lease == null ? null : lease.until())
                .param("handed", d.handed())
                .param("sent", d.sentAt())
                .param("arrived", d.arrivedAt())
                .param("why", d.why())
                .param("detail", d.detail())
                .update();
    }

    /** @param packet the file in which the package is kept */
    void packed(Delivery.Id id, String manifest, UUID packet) {
        db.sql("update approvals.delivery set manifest = :manifest, packet = :packet where id = :id")
                .param("id", id)
                .param("manifest", manifest)
                .param("packet", packet)
                .update();
    }

    /** Names of everybody in the sending, in order; residents have none here. */
    List<String> names(UUID sending) {
        return db.sql("select coalesce(name, '') from approvals.delivery where sending = :sending order by position")
                .param("sending", sending)
                .query(String.class)
                .list();
    }

    private static DeliveryRow row(ResultSet row, int n) throws SQLException {
        var holder = row.getString("holder");
        var delivery = new Delivery(
                new Delivery.Id(row.getObject("id", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                SendingStore.instant(row, "due_at"),
                holder == null
                        ? null
                        : new Delivery.Lease(holder, Objects.requireNonNull(SendingStore.instant(row, "held_until"))),
                row.getBoolean("handed"),
                SendingStore.instant(row, "sent_at"),
                SendingStore.instant(row, "arrived_at"),
                row.getString("why"),
                row.getString("detail"));
        return new DeliveryRow(
                delivery,
                row.getObject("sending", UUID.class),
                new Paper.Id(row.getObject("paper", UUID.class)),
                row.getInt("position"),
                text(row, "code"),
                text(row, "name"),
                text(row, "sealed_name"),
                text(row, "sealed_email"),
                text(row, "manifest"),
                row.getObject("packet", UUID.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
