package kr.madang.approvals.desk;

import java.io.PrintStream;
import java.util.List;
import kr.madang.kernel.cli.Command;
import kr.madang.kernel.cli.Console;
import org.springframework.stereotype.Component;

/** {@code ./madang approvals verify}: walks all document cards and registers and names what the office did not write. */
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
}
