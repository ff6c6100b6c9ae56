package kr.madang.approvals.dispatch;

import java.util.List;

/**
 * Whose copy of a paper this is (수신자별 시행문).
 *
 * @param to everybody it goes to in this sending, in order
 * @param place of this one in {@code to}
 * @param separate this copy must name nobody else
 */
public record Copy(List<String> to, int place, boolean separate) {
    public static final String SEE_LIST = "수신자 참조";

    public Copy {
        to = List.copyOf(to);
        if (place < 0 || place >= to.size()) throw new IllegalArgumentException("place " + place);
    }

    /** After 수신: the one recipient, or that the list stands below. */
    public String receiver() {
        return listed().isEmpty() ? to.get(place) : SEE_LIST;
    }

    /** Whom this copy names below the sender; empty where it must name nobody else. */
    public List<String> listed() {
        return separate || to.size() == 1 ? List.of() : to;
    }
}
