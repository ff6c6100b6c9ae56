package kr.madang.approvals.desk;

import java.time.Instant;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;

/** Where approved papers are filed (편철); called in the transaction of the approval. */
public interface Shelf {
    /**
     * Puts the paper into the open file of its unit, unit task and year, which is opened if there is none.
     *
     * @param unit code of the unit
     */
    void file(Actor by, Paper.Id paper, Filing filing, String unit, Instant at);

    /** Files whatever was approved and lies nowhere, such as papers taken in at once. @return how many */
    int fileStrays(Actor by);
}
