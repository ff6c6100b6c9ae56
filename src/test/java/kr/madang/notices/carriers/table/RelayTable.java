package kr.madang.notices.carriers.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A relay's database of its own with a table as its manual describes it, and an agent that can be told what to do. */
final class RelayTable implements Receipts {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final Map<String, String> COLUMNS = columns();
    static final Map<String, String> CONSTANTS = Map.of("msg_status", "1", "service_type", "0", "broadcast_yn", "N");

    final DataSource source = TestPostgres.fresh();
    final JdbcClient db = JdbcClient.create(source);
    final String log =
            "em_smt_log_" + DateTimeFormatter.ofPattern("yyyyMM").format(LocalDate.ofInstant(Instant.now(), SEOUL));
    final List<Receipt> received = Collections.synchronizedList(new ArrayList<>());
    volatile boolean broken;

    RelayTable(boolean unique) {
        db.sql(table("em_smt_tran", unique)).update();
    }

    private static String table(String name, boolean unique) {
        return """
                create table %s (
                    mt_pr serial primary key, mt_refkey varchar(20) %s, date_client_req timestamp not null,
                    subject varchar(40) not null, content varchar(90) not null, callback varchar(25) not null,
                    service_type char(2) not null, broadcast_yn char(1) not null, msg_status char(1) not null,
                    recipient_num varchar(25), date_rslt timestamp, mt_report_code_ib char(4), etc_char_1 varchar(10))""".formatted(name, unique ? "unique" : "");
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("reference", "mt_refkey");
        columns.put("to", "recipient_num");
        columns.put("from", "callback");
        columns.put("subject", "subject");
        columns.put("text", "content");
        columns.put("status", "msg_status");
        columns.put("due", "date_client_req");
        columns.put("result", "mt_report_code_ib");
        columns.put("at", "date_rslt");
        columns.put("fetched", "etc_char_1");
        return columns;
    }

    TableSettings settings() {
        return settings("em_smt_tran", COLUMNS, CONSTANTS);
    }

    TableSettings settings(String table, Map<String, String> columns, Map<String, String> constants) {
        var pg = (PGSimpleDataSource) source;
        return new TableSettings(
                "jdbc:postgresql://localhost:" + pg.getPortNumbers()[0] + "/" + pg.getDatabaseName(),
                "postgres",
                "postgres",
                table,
                "em_smt_log_{yyyyMM}",
                columns,
                constants,
                "3",
                List.of("1000"),
                List.of("2001"),
                SEOUL);
    }

    TableCarrier carrier() {
        return new TableCarrier(settings(), this, Clock.systemUTC());
    }

    static Parcel parcel(int row) {
        return new Parcel(new Parcel.Reference(5, row, 1), "0100000%04d".formatted(row), "0226704114", "", "알림 " + row);
    }

    static List<Parcel> parcels(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(RelayTable::parcel).toList();
    }

    static List<Answer> hand(TableCarrier carrier, List<Parcel> parcels) {
        return carrier.hand(parcels, Instant.now().plusSeconds(20));
    }

    int rows() {
        return db.sql("select count(*) from em_smt_tran").query(Integer.class).single();
    }

    // ------------------------------------------------------------------ the agent

    /** Sends what waits and writes down the result. */
    void finish(String code) {
        db.sql("""
                update em_smt_tran set msg_status = '3', mt_report_code_ib = :code, date_rslt = now() at time zone 'Asia/Seoul'
                where msg_status = '1'""").param("code", code).update();
    }

    /** Moves finished rows to the table of the month, as agents do. */
    void move() {
        if (!logged()) db.sql(table(log, false)).update();
        db.sql("with gone as (delete from em_smt_tran where msg_status = '3' returning *) insert into " + log
                        + " select * from gone")
                .update();
    }

    private boolean logged() {
        return db.sql("select to_regclass(:log) is not null")
                .param("log", log)
                .query(Boolean.class)
                .single();
    }

    Connection connection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void received(List<Receipt> receipts) {
        received.addAll(receipts);
        if (broken) throw new IllegalStateException("database is away");
    }

    @Override
    public void late(Parcel.Reference reference, Answer answer) {}
}
