package kr.madang.notices.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the ways an alert went out by (전파 수단별 상태). */
@Repository
class WayStore {
    private final JdbcClient db;

    WayStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Alert alert, WayOut out) {
        db.sql("""
                insert into notices.alert_way (alert, drill, way, send, call, why)
                values (:alert, :drill, :way, :send, :call, :why)""")
                .param("alert", alert.id())
                .param("drill", alert.drill())
                .param("way", out.way())
                .param("send", out.send())
                .param("call", out.call())
                .param("why", out.why())
                .update();
    }

    List<WayOut> of(UUID alert) {
        return db.sql("select way, send, call, why from notices.alert_way where alert = :alert")
                .param("alert", alert)
                .query(WayStore::way)
                .list();
    }

    private static WayOut way(ResultSet row, int n) throws SQLException {
        return new WayOut(
                Way.valueOf(row.getString("way")),
                row.getObject("send", Integer.class),
                row.getObject("call", Integer.class),
                row.getString("why"));
    }

    void told(Alert alert, UUID account, Channel channel, @Nullable UUID single) {
        db.sql("""
                insert into notices.alert_told (alert, drill, account, way, single)
                values (:alert, :drill, :account, :way, :single)""")
                .param("alert", alert.id())
                .param("drill", alert.drill())
                .param("account", account)
                .param("way", channel)
                .param("single", single)
                .update();
    }

    List<Told> told(UUID alert) {
        return db.sql("select account, way, single from notices.alert_told where alert = :alert order by account, way")
                .param("alert", alert)
                .query((row, n) -> new Told(
                        row.getObject("account", UUID.class),
                        Channel.valueOf(row.getString("way")),
                        row.getObject("single", UUID.class)))
                .list();
    }
}
