package kr.madang.kernel.cli;

import java.io.PrintStream;
import java.util.List;

/** The plug through which a room answers on the command line (명령); a Spring bean run in a house without web pages. */
public interface Command {
    /** The verb after {@code ./madang}, e.g. {@code report}. */
    String name();

    /**
     * @param args what follows the verb
     * @param out what was asked for, and nothing else
     * @param err everything else: progress, reasons, usage
     * @return the exit code: 0 done, 1 something is wrong, 2 the call itself cannot be understood
     */
    int run(List<String> args, PrintStream out, PrintStream err);
}
