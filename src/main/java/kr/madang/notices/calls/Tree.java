package kr.madang.notices.calls;

import java.util.List;
import kr.madang.kernel.Refused;

/** Who is called, rung by rung (비상연락망). */
public record Tree(String name, List<Rung> rungs) {
    private static final int MOST = 10;

    public Tree {
        rungs = List.copyOf(rungs);
        if (name.isBlank() || name.length() > 60) throw Refused.invalid("notices.calls.title", 60);
        if (rungs.isEmpty() || rungs.size() > MOST) throw Refused.invalid("notices.calls.rungs", MOST);
    }
}
