package kr.madang.office.exchange;

import java.util.List;
import java.util.UUID;

/**
 * What an import would do.
 *
 * @param rows rows of the file that could be read
 * @param fresh what would be written
 * @param skipped rows the ledger holds already, with the same content
 * @param total sum of all amounts in the file, in won
 * @param repeated whether this very file has been taken in before
 */
public record Preview(
        String fileName,
        int fiscalYear,
        int rows,
        List<Fresh> fresh,
        int skipped,
        long total,
        List<Mistake> mistakes,
        boolean repeated) {

    /**
     * A row with its id and the id of its commitment.
     *
     * @param obligation its own id for a commitment
     */
    public record Fresh(ImportRow row, UUID id, UUID obligation) {}

    public boolean ready() {
        return mistakes.isEmpty() && !repeated;
    }
}
