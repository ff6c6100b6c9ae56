package kr.madang.kernel.search;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.cli.Command;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Component;

/**
 * {@code ./madang search status|rebuild}: how the indexes of all nodes stand; or has every one of them made anew from the database (재색인),
 * while the old ones answer. An office that is closed makes its own when it is opened.
 */
@Component
class SearchCommand implements Command {
    private static final String CLOSED = "closed";

    private final Indexes indexes;

    SearchCommand(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        if (!args.equals(List.of("status")) && !args.equals(List.of("rebuild"))) {
            err.println("사용법: ./madang search status | rebuild");
            return 2;
        }
        if (args.getFirst().equals("rebuild")) rebuild(out);
        else status(out);
        return 0;
    }

    private void rebuild(PrintStream out) {
        indexes.rebuild(Actor.SYSTEM);
        boolean open = indexes.standing().nodes().stream()
                .anyMatch(node -> !node.state().equals(CLOSED));
        out.println(
                open
                        ? "열려 있는 사무실이 색인을 새로 만듭니다. 그동안은 지금 색인으로 찾습니다. 진행은 ./madang search status로 봅니다."
                        : "열려 있는 사무실이 없습니다. 다음에 열 때 색인을 새로 만듭니다.");
    }

    private void status(PrintStream out) {
        var standing = indexes.standing();
        out.println("사전 " + standing.words() + "판, 색인 " + standing.rebuild() + "판");
        if (standing.nodes().isEmpty()) out.println("색인을 가진 사무실이 아직 없습니다.");
        for (var node : standing.nodes())
            out.println("%s  %s  %s  문서 %,d건  %s  %s  %s"
                    .formatted(
                            node.name(),
                            node.place(),
                            Words.find("search.state." + node.state(), Locale.KOREAN),
                            node.documents(),
                            node.current() ? "최신" : "새로 만들어야 함",
                            node.seenAt(),
                            node.said()));
    }
}
