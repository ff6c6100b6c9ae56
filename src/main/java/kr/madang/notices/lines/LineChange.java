package kr.madang.notices.lines;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that became of a line (연결 변경 이력).
 *
 * @param from, to its share before and after
 * @param by who did it, or the node that saw it
 */
public record LineChange(
        long id, int line, String name, Instant at, What what, int from, int to, String why, String by) {
    /** What became of it. */
    public enum What {
        ADDED,
        CHANGED,
        SWITCHED_ON,
        SWITCHED_OFF,
        CUT,
        RAISED,
        RESTED,
        WOKEN,
        PINNED,
        UNPINNED;

        public String code() {
            return "notices.line.change." + name().toLowerCase(Locale.ROOT);
        }
    }
}
