package kr.madang.approvals.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives received documents their numbers (접수등록번호) from the register of the unit that takes them. */
@Component
public class ReceiptNumbers {
    private final RegisterStore registers;

    ReceiptNumbers(RegisterStore registers) {
        this.registers = registers;
    }

    /** Draw last: the register stays locked to the end of the transaction. @return as it is printed, e.g. {@code 홍보미디어과-7} */
    public String draw(Units.Unit unit, UUID receipt, Instant at) {
        int year = LocalDate.ofInstant(at, OfficeRoster.SEOUL).getYear();
        return unit.name() + "-" + registers.drawReceipt(unit, year, receipt, at);
    }
}
