package kr.madang.approvals.records;

import java.util.regex.Pattern;
import kr.madang.kernel.Refused;

/**
 * The number of a paper in a register of its unit (생산등록번호, 접수등록번호): counted per unit and year, without a gap.
 *
 * @param unit name of the unit (처리과) as it stood then
 * @param unitCode the unit's seven-character agency code (기관코드)
 * @param serial from 1
 */
public record RegisterNumber(Register register, String unit, String unitCode, int year, long serial) {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{7}");
    private static final Pattern PRINTED = Pattern.compile("([가-힣0-9A-Za-z·]{1,40})-([1-9][0-9]{0,8})");
    /** The full number has nine places. */
    public static final long LAST = 999_999_999L;

    /** A number as it is printed: the unit and its serial. */
    public record Printed(String unit, long serial) {}

    public RegisterNumber {
        if (!CODE.matcher(unitCode).matches()) throw Refused.invalid("approvals.number.unit", unitCode);
        if (year < 1948 || year > 9999) throw Refused.invalid("approvals.number.year", String.valueOf(year));
        if (serial < 1 || serial > LAST) throw Refused.invalid("approvals.number.serial");
        if (!PRINTED.matcher(unit + "-" + serial).matches()) throw Refused.invalid("approvals.number.name", unit);
    }

    /** On the paper: {@code 홍보미디어과-1234}. */
    public String text() {
        return unit + "-" + serial;
    }

    /** In the records system: system, register, agency code, year and serial of nine places; sorts as it counts. */
    public String full(String system) {
        return "%s-%s-%s-%04d-%09d"
                .formatted(system, register == Register.PRODUCTION ? "P" : "R", unitCode, year, serial);
    }

    /** @throws Refused when nothing is left in the year's register */
    public RegisterNumber next() {
        if (serial == LAST) throw Refused.conflict("approvals.number.exhausted", String.valueOf(year));
        return new RegisterNumber(register, unit, unitCode, year, serial + 1);
    }

    /** @throws Refused when the text is no register number */
    public static Printed parse(String text) {
        var found = PRINTED.matcher(text.strip());
        if (!found.matches()) throw Refused.invalid("approvals.number.text", text);
        return new Printed(found.group(1), Long.parseLong(found.group(2)));
    }
}
