package kr.madang.bench;

import java.util.ArrayList;
import java.util.List;
import kr.madang.approvals.desk.NumberWriters;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A register under 64 writers in two programs, one of which is killed in the middle. */
final class NumbersBench implements Bench {
    private static final int WRITERS = 32;
    private static final int GROUP = 10;

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public String goal() {
        return """
                %,d numbers of %d registers by 64 writers in two programs of 32, ten numbers in a transaction, fsync on; the second \
                program is ended by kill -9 in the middle of its half and started again. No gap and no number twice.""".formatted(Volume.NUMBERS, NumberWriters.UNITS);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        try (var office = ManyPapers.office()) {
            var db = office.db();
            var register = "BENCH" + System.currentTimeMillis();
            int half = Volume.NUMBERS / 2;
            long start = System.nanoTime();
            var first = writers(office, register, 0, half);
            var second = writers(office, register, half, Volume.NUMBERS);
            while (second.isAlive() && drawn(db, register, half) < (Volume.NUMBERS - half) / 2) Thread.sleep(100);
            boolean killed = second.isAlive();
            long before = drawn(db, register, half);
            second.destroyForcibly().waitFor();
            var again = writers(office, register, half, Volume.NUMBERS);
            int ended = first.waitFor() + again.waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            var results = new ArrayList<Result>();
            results.add(Result.plain("numbers a second", "%,.0f".formatted(Volume.NUMBERS / seconds)));
            results.add(new Result(
                    "the second program killed after",
                    killed ? "%,d of its numbers".formatted(before) : "its end",
                    "",
                    true));
            results.add(zero("programs that failed", ended));
            results.add(zero("papers without a number, or with two", papersOff(db, register)));
            results.add(zero("gaps and numbers twice", gaps(db, register)));
            results.add(zero("numbers counted and not given", uncounted(db, register)));
            return results;
        }
    }

    private static Result zero(String what, long many) {
        return new Result(what, "%,d".formatted(many), "0", many == 0);
    }

    private static Process writers(Office office, String register, int from, int to) throws Exception {
        var database = office.database();
        var work = new NumberWriters.Work(
                database.url(), database.user(), database.password(), register, "", from, to, WRITERS, GROUP);
        return Volume.program(
                        System.getProperty("java.class.path"), NumberWriters.class.getName(), List.of(work.args()))
                .inheritIO()
                .start();
    }

    private static long drawn(JdbcClient db, String register, int from) {
        return db.sql("select count(*) from approvals.register_entry where register = :register and paper >= :paper")
                .param("register", register)
                .param("paper", NumberWriters.paper(from))
                .query(Long.class)
                .single();
    }

    private static long papersOff(JdbcClient db, String register) {
        return db.sql("""
                select abs(:wanted - count(*)) + abs(:wanted - count(distinct paper)) from approvals.register_entry
                where register = :register""")
                .param("wanted", Volume.NUMBERS)
                .param("register", register)
                .query(Long.class)
                .single();
    }

    private static long gaps(JdbcClient db, String register) {
        return db.sql("""
                select coalesce(sum(abs(most - many) + abs(many - kinds) + abs(least - 1)), 0) from (
                    select max(serial) as most, count(*) as many, count(distinct serial) as kinds, min(serial) as least
                    from approvals.register_entry where register = :register group by unit, year) r""").param("register", register).query(Long.class).single();
    }

    private static long uncounted(JdbcClient db, String register) {
        return db.sql("select abs(:wanted - sum(last)) from approvals.register_counter where register = :register")
                .param("wanted", Volume.NUMBERS)
                .param("register", register)
                .query(Long.class)
                .single();
    }
}
