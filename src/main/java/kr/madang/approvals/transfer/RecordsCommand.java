package kr.madang.approvals.transfer;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.cli.Command;
import kr.madang.kernel.cli.Console;
import org.springframework.stereotype.Component;

/** {@code ./madang records inspect FILE}: reads a package of records and names every damage. */
@Component
class RecordsCommand implements Command {
    private final Transfers transfers;

    RecordsCommand(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public String name() {
        return "records";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        var language = String.valueOf(System.getenv("MADANG_LANG"));
        if (args.size() != 2 || !args.getFirst().equals("inspect")) {
            new Console(err, language).say("approvals.package.usage");
            return 2;
        }
        var console = new Console(out, language);
        var found = transfers.inspect(Actor.SYSTEM, Path.of(args.getLast()));
        for (var damage : found.damages()) console.line("  " + console.words(damage.code(), damage.path()));
        if (found.sound()) console.say("approvals.package.sound", found.parts(), found.bytes());
        else console.say("approvals.package.damaged", found.damages().size());
        return found.sound() ? 0 : 1;
    }
}
