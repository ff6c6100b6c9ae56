package kr.madang.approvals.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.kernel.cli.Command;
import kr.madang.kernel.cli.Console;
import org.springframework.stereotype.Component;

/**
 * {@code ./madang approvals verify}: walks all document cards and registers and names what the office did not write; with the name of a
 * file, rechecks the card that was downloaded into it.
 */
@Component
class ApprovalsCommand implements Command {
    private final CardVerifier verifier;

    ApprovalsCommand(CardVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        var language = String.valueOf(System.getenv("MADANG_LANG"));
        if (args.size() == 2 && args.getFirst().equals("verify")) return recheck(args.getLast(), out, language);
        if (!args.equals(List.of("verify"))) {
            new Console(err, language).say("approvals.verify.usage");
            return 2;
        }
        var console = new Console(out, language);
        var outcome = verifier.verify();
        console.say("approvals.verify.walked", outcome.cards(), outcome.links());
        for (var finding : outcome.first())
            console.line("  " + finding.where() + "  "
                    + console.words(finding.what().code(), finding.what().args().toArray()));
        console.say(outcome.sound() ? "approvals.verify.sound" : "approvals.verify.found", outcome.found());
        return outcome.sound() ? 0 : 1;
    }

    private static int recheck(String file, PrintStream out, String language) {
        var console = new Console(out, language);
        try {
            var found = Cards.recheck(Files.readAllBytes(Path.of(file)));
            for (var finding : found)
                console.say(finding.what().code(), finding.what().args().toArray());
            console.say(found.isEmpty() ? "approvals.verify.sound" : "approvals.verify.found", found.size());
            return found.isEmpty() ? 0 : 1;
        } catch (Refused refused) {
            console.say(refused.code(), refused.args().toArray());
            return 2;
        } catch (IOException | InvalidPathException unreadable) {
            console.say("approvals.verify.file", file);
            return 2;
        }
    }
}
