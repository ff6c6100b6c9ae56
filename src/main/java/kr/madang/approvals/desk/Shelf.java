package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.List;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;

/** Where approved papers are filed (편철); called in the transaction of the approval. */
public interface Shelf {
    /**
     * A paper and the file it belongs into.
     *
     * @param unit code of the unit
     */
    record Placing(Actor by, Paper.Id paper, UnitTask task, String unit, Instant at) {}

    /** Puts each into the open file of its unit, unit task and year, which is opened if there is none. */
    void file(List<Placing> papers);

    /** Files whatever was approved and lies nowhere, such as papers taken in at once. @return how many */
    int fileStrays(Actor by);
}
