package kr.madang.notices.sends;

import java.time.LocalDate;
import kr.madang.notices.wording.SenderNumber;

/** A number the office registered for sending (등록 발신번호). @param proof where the certificate of its subscription lies */
public record RegisteredSender(SenderNumber number, String label, String proof, LocalDate since, boolean retired) {
    /** {@code 02-2670-3114 대표전화}. */
    public String words() {
        return number.display() + " " + label;
    }
}
