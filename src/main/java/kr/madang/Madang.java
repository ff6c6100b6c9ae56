package kr.madang;

import ch.qos.logback.classic.Level;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.kernel.cli.Console;
import kr.madang.kernel.postgres.Cluster;
import kr.madang.kernel.postgres.Database;
import kr.madang.report.audit.AuditCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * Madang (마당), the program a district office's public-relations-and-IT section works in. Beans go by their full names, since two rooms
 * may well call something the same.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Madang", sharedModules = "kernel")
public class Madang {
    static void main(String[] args) {
        var words = List.of(args);
        var verb = words.isEmpty() ? "run" : words.getFirst();
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        // what was asked for goes to standard output and nothing else does, whatever a library prints
        PrintStream out = System.out;
        if (!verb.equals("run")) System.setOut(System.err);
        beSilent();
        var console = new Console(
                verb.equals("run") ? System.out : System.err, System.getenv().getOrDefault("MADANG_LANG", "ko"));
        int code = go(verb, rest, out, console);
        if (code != STAYS_OPEN) System.exit(code);
    }

    private static final int STAYS_OPEN = -1;

    private static int go(String verb, List<String> args, PrintStream out, Console console) {
        try {
            return switch (verb) {
                case "run" -> {
                    OpenOffice.run(args, console);
                    yield STAYS_OPEN;
                }
                case "audit" -> AuditCommand.run(args, out, System.err);
                case "database" -> reach(out);
                case "rehearse" -> Rehearsal.run();
                default -> Errand.run(verb, args, out, System.err, console);
            };
        } catch (Refused e) {
            console.refuse(e);
            return e.reason() == Refused.Reason.INVALID ? 2 : 1;
        } catch (Exception e) {
            LoggerFactory.getLogger(Madang.class).error("could not be opened", e);
            if (isFull(e)) {
                console.say("console.postgres.full", OpeningWish.dataFolder());
                return 1;
            }
            console.say(
                    "console.office.failed", reason(e), OpeningWish.dataFolder().resolve("logs/madang.log"));
            return 1;
        }
    }

    /** The doctor's question: does the database answer, and would it do? */
    private static int reach(PrintStream out) {
        try (var database = Database.open(System.getenv(), OpeningWish.dataFolder())) {
            out.println("✓ " + database.place());
            return 0;
        }
    }

    /** Until the log file is open, libraries have nothing to tell the person at the console. */
    private static void beSilent() {
        if (System.getenv("MADANG_LOG") != null) return;
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root)
            root.setLevel(Level.OFF);
    }

    private static boolean isFull(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && Cluster.DISK_FULL.equals(sql.getSQLState())) return true;
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) return true;
        }
        return false;
    }

    private static String reason(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
