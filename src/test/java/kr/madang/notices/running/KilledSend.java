package kr.madang.notices.running;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import kr.madang.kernel.sql.Sql;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.Ledgers;
import kr.madang.notices.simulator.Faults;
import kr.madang.notices.simulator.Simulator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole send whose programs are killed with {@code kill -9} again and again; the same for the test and for the bench. */
public final class KilledSend implements AutoCloseable {
    /** What {@code kill -9} makes of a program: 128 and the number of the signal. */
    private static final int KILLED = 137;

    public static final int HOLDERS = 3;

    /** Where the programs find the database. */
    public record Access(String url, String user, String password) {}

    /**
     * How it went.
     *
     * @param unknown messages nobody can say anything about
     * @param lost messages the ledger calls handed that no phone got, or that stand nowhere
     * @param doubled phones that rang twice
     * @param untallied by how much tally and rows differ
     */
    public record Outcome(int rows, int kills, long unknown, long lost, long doubled, long untallied, double seconds) {}

    private record Row(int row, int state) {}

    private final Access access;
    private final int send;
    private final int rows;
    private final JdbcClient db;
    private final Ledger ledger;
    private final Simulator simulator;
    private final Path said;
    private final Map<String, AtomicInteger> phones = new ConcurrentHashMap<>();
    private final int window;

    /**
     * @param source with the tables of the room
     * @param delay of each answer, so that there is something to kill
     */
    public KilledSend(DataSource source, Access access, int rows, int window, Duration delay, Path said)
            throws IOException {
        this.access = access;
        this.rows = rows;
        this.window = window;
        this.said = said;
        db = Sql.client(source);
        send = db.sql("select coalesce(max(send), 0) + 1 from notices.run")
                .query(Integer.class)
                .single();
        ledger = Ledgers.on(source, Clock.systemUTC());
        simulator = Simulator.start(new Simulator.Settings(0, "madang", "secret"), Clock.systemUTC());
        simulator.listen(message ->
                phones.computeIfAbsent(message.to(), _ -> new AtomicInteger()).incrementAndGet());
        simulator.behave(Faults.NONE.delay(delay));
    }

    private void open() {
        ledger.open(send, Lane.BULK, rows);
        db.sql("insert into notices.message (send, row, contact) select :send, n, " + Numbered.CONTACT
                        + " from generate_series(1, :rows) n")
                .param("send", send)
                .param("rows", rows)
                .update();
        ledger.start(send);
    }

    /** @param kills at how many points, each drawn anew from what is left */
    public Outcome run(int kills, long seed) throws IOException, InterruptedException {
        open();
        var random = new Random(seed);
        var points = random.ints(kills, 1, rows * 9 / 10).sorted().toArray();
        long start = System.nanoTime();
        int killed = 0;
        for (int point : points) {
            var program = node();
            while (program.isAlive() && phones.size() < point) Thread.sleep(1);
            Thread.sleep(random.nextInt(30));
            program.destroyForcibly();
            if (program.waitFor() == KILLED) killed++;
        }
        int ended = node().waitFor();
        if (ended != 0) throw new IllegalStateException("the last node ended with " + ended);
        return outcome(killed, (System.nanoTime() - start) / 1e9);
    }

    /** Two nodes at once, one of which dies in the middle and comes back. */
    public Outcome runWithTwo(long seed) throws IOException, InterruptedException {
        open();
        long start = System.nanoTime();
        var one = node();
        var two = node();
        int point = rows / 4 + new Random(seed).nextInt(rows / 2);
        while (two.isAlive() && phones.size() < point) Thread.sleep(1);
        two.destroyForcibly();
        int killed = two.waitFor() == KILLED ? 1 : 0;
        var again = node();
        if (one.waitFor() != 0 || again.waitFor() != 0) throw new IllegalStateException("a node failed");
        return outcome(killed, (System.nanoTime() - start) / 1e9);
    }

    private Process node() throws IOException {
        var work = new SenderProgram.Work(
                access.url(),
                access.user(),
                access.password(),
                simulator.port(),
                send,
                window,
                HOLDERS,
                Duration.ofSeconds(3));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(SenderProgram.class.getName());
        Collections.addAll(command, work.args());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(said.toFile()))
                .start();
    }

    Outcome outcome(int kills, double seconds) {
        var stands = db.sql("""
                select m.row, coalesce((select o.state from notices.outcome o where o.send = m.send and o.row = m.row
                    order by o.attempt desc, o.stage desc limit 1), 0) as state
                from notices.message m where m.send = :send""").param("send", send).query(Row.class).list();
        long lost = rows - stands.size();
        long unknown = 0;
        for (var row : stands) {
            var rang = phones.get(Numbered.number(row.row()));
            if (row.state() == 6) unknown++;
            else if ((row.state() == 1 || row.state() == 2) && rang == null || row.state() == 0) lost++;
        }
        long doubled = phones.values().stream().filter(n -> n.get() > 1).count();
        return new Outcome(rows, kills, unknown, lost, doubled, untallied(), seconds);
    }

    private long untallied() {
        return db.sql("""
                select coalesce(sum(abs(coalesce(t.count, 0) - coalesce(o.n, 0))), 0) from (
                    select state, count from notices.tally where send = :send and count > 0) t
                full join (
                    select state, count(*) as n from (
                        select distinct on (row) row, state from notices.outcome where send = :send
                        order by row, attempt desc, stage desc) last where state <> 0 group by state) o using (state)""").param("send", send).query(Long.class).single();
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }
}
