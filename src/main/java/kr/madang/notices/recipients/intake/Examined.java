package kr.madang.notices.recipients.intake;

import java.util.List;
import java.util.Map;

/**
 * What taking a file over would do (시험 결과).
 *
 * @param rows rows with anything in them
 * @param findings the first of them, in the order of the file
 * @param counts how many of each kind there are in all
 * @param repeated whether this very file has been taken over before
 */
public record Examined(
        int rows,
        int added,
        int joined,
        int known,
        int refused,
        List<Finding> findings,
        Map<String, Integer> counts,
        boolean repeated) {

    public boolean ready() {
        return added + joined > 0 && !repeated;
    }
}
