package kr.madang.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.sends.Audits;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What officers look at every day, in an office whose sends of ten years still have all their rows. */
final class HistoryBench implements Bench {
    private static final int ROWS = Integer.getInteger("madang.bench.history", 10_000_000);
    private static final int TIMES = 15;
    private static final double PROMISED = 1_000;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String goal() {
        return "Pages of the room of notices with %,d messages of past sends and two outcomes for nearly all of them; %d reads of each, signed in, one after the other."
                .formatted(ROWS, TIMES);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        double made = Samples.once(() -> fill(office));
        office.db().sql("vacuum analyze notices.message").update();
        office.db().sql("vacuum analyze notices.outcome").update();
        var results = new ArrayList<Result>();
        results.add(Result.plain("messages", "%,d".formatted(count(office, "message"))));
        results.add(Result.plain("outcomes", "%,d".formatted(count(office, "outcome"))));
        try (var browser = StaffBrowser.signedIn(office, "admin")) {
            for (var page : pages(office).entrySet()) {
                int status = browser.read(page.getValue());
                if (status != 200) throw new IllegalStateException(page.getValue() + ": " + status);
                var samples = Samples.of(2, TIMES, () -> browser.read(page.getValue()));
                results.add(Result.millis(page.getKey() + ", worst", samples.worst(), PROMISED));
            }
        }
        double audit = Samples.once(() -> office.room(Audits.class).run(Actor.SYSTEM));
        results.add(Result.plain("the nightly audit of all rows", "%.1f s".formatted(audit / 1_000)));
        results.add(Result.plain("making the rows", "%.0f s".formatted(made / 1_000)));
        return results;
    }

    private static Map<String, String> pages(Office office) {
        int send = office.db()
                .sql("select send from notices.run order by rows desc, send desc limit 1")
                .query(Integer.class)
                .single();
        var recipient = office.db()
                .sql(
                        "select c.recipient from notices.contact c join bench_contact b on b.contact = c.id order by b.row limit 1")
                .query(UUID.class)
                .single();
        var at = "/desk/notices/sends/" + send;
        var pages = new LinkedHashMap<String, String>();
        pages.put("the desk", "/desk");
        pages.put("all sends", "/desk/notices/sends");
        pages.put("the calendar", "/desk/notices/calendar?month=2023-03");
        pages.put("one send", at);
        pages.put("its progress", at + "/progress");
        pages.put("its statistics", at + "/statistics");
        pages.put("its rows", at + "/rows");
        pages.put("its rows that failed", at + "/rows?state=FAILED");
        pages.put("recipients", "/desk/notices/recipients");
        pages.put("one recipient with all messages", "/desk/notices/recipients/" + recipient);
        pages.put("the lines", "/desk/notices/lines");
        pages.put("the audits", "/desk/notices/audit");
        return pages;
    }

    private static long count(Office office, String table) {
        return office.db()
                .sql("select count(*) from notices." + table)
                .query(Long.class)
                .single();
    }

    /** Past sends of which the demo office keeps counts only get their rows back, and the counts go. */
    private static void fill(Office office) {
        var sends = office.db()
                .sql(
                        "select serial from notices.send s where state = 'STARTED' and not exists (select from notices.run r where r.send = s.serial) order by serial")
                .query(Integer.class)
                .list();
        int rows = Math.ceilDiv(ROWS, sends.size());
        office.db()
                .sql(
                        "create table bench_contact as select row_number() over (order by id)::int as row, id as contact from notices.contact limit "
                                + rows)
                .update();
        office.db().sql("alter table bench_contact add primary key (row)").update();
        // what the rows refer to is there; looking it up thirty million times measures nothing
        office.db()
                .sql("alter table notices.message drop constraint message_send_fkey")
                .update();
        office.db()
                .sql("alter table notices.outcome drop constraint outcome_send_row_fkey")
                .update();
        var transaction = new TransactionTemplate(office.room(PlatformTransactionManager.class));
        for (var send : sends) {
            transaction.executeWithoutResult(_ -> fill(office, send));
            if (send % 20 == 0) System.err.printf("지난 발송 %d%n", send);
        }
    }

    private static void fill(Office office, int send) {
        run(office, "delete from notices.past_count where send = :send", send);
        run(office, """
                insert into notices.run (send, lane, rows, state, started_at, closed_at)
                select s.serial, 2, (select count(*) from bench_contact), 'CLOSED', s.started_at, s.started_at + interval '10 minutes'
                from notices.send s where s.serial = :send""", send);
        run(
                office,
                "insert into notices.message (send, row, contact) select :send, row, contact from bench_contact order by row",
                send);
        run(office, """
                insert into notices.outcome (send, row, attempt, stage, state, at, carrier, carrier_id, code)
                select :send, row, 1, 1, 1, s.started_at + row * interval '2 milliseconds', 1, 'B' || s.serial || '-' || row, ''
                from bench_contact, notices.send s where s.serial = :send""", send);
        run(office, """
                insert into notices.outcome (send, row, attempt, stage, state, at, carrier, carrier_id, code)
                select :send, row, 1, 3, case when h < 971 then 2 when h < 995 then 3 else 4 end,
                    s.started_at + row * interval '2 milliseconds' + interval '4 seconds', 1, null,
                    case when h < 971 then '000' when h < 995 then '055' else '005' end
                from (select row, (row * 7919::bigint + :send * 31) % 1000 as h from bench_contact) b, notices.send s
                where s.serial = :send and h < 998""", send);
        run(office, """
                insert into notices.tally (send, state, count)
                select :send, state, count(*) from (
                    select distinct on (row) row, state from notices.outcome where send = :send
                    order by row, attempt desc, stage desc) last group by state""", send);
    }

    private static void run(Office office, String sql, int send) {
        var statement = office.db().sql(sql);
        if (sql.contains(":send")) statement = statement.param("send", send);
        statement.update();
    }
}
