package kr.madang.approvals.desk;

import kr.madang.kernel.Refused;

/**
 * Something in the records that the office did not write (훼손 발견).
 *
 * @param where the paper by its id, or the register by unit and year
 * @param what the sentence, as a code with its arguments
 */
public record Finding(String where, Refused what) {
    static Finding of(Object where, String code, Object... args) {
        return new Finding(where.toString(), Refused.conflict(code, args));
    }
}
