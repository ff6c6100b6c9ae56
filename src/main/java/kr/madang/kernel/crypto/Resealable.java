package kr.madang.kernel.crypto;

import java.util.List;

/** The plug through which a room lets one sealed column be sealed anew after a change of keys (키 교체); its own store does the SQL. */
public interface Resealable {
    /** A sealed value and where it stands. */
    record Cell(Aad place, String sealed) {}

    /** {@code table.column}, for the log and the operator. */
    String name();

    /** Up to {@code limit} values that do not start with {@code prefix}, the mark of the current key; any order, none twice at once. */
    List<Cell> listOthers(String prefix, int limit);

    /** Writes {@code resealed} where {@code cell.sealed()} still stands; false when someone was faster. */
    boolean replace(Cell cell, String resealed);
}
