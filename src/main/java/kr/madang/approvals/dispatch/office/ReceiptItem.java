package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import java.time.LocalDate;
import kr.madang.approvals.dispatch.Receipt;

/**
 * A received document in a list (접수문서 목록의 한 줄).
 *
 * @param number newest receipt number; empty while no unit has taken it
 * @param unit name of the unit that has it
 */
public record ReceiptItem(
        Receipt receipt,
        Incoming.Origin origin,
        String title,
        String sender,
        String senderNumber,
        String number,
        String unit,
        String handler,
        Instant arrivedAt) {
    public boolean overdue(LocalDate today) {
        return receipt.overdue(today);
    }
}
