package kr.madang.notices.wording;

import java.util.List;

/** What a template gives for one recipient (채운 결과). */
public sealed interface Filled {
    record Text(String text) implements Filled {}

    /** This recipient gets nothing; the others do. */
    record Blocked(List<Gap> gaps) implements Filled {
        public Blocked {
            gaps = List.copyOf(gaps);
        }
    }
}
