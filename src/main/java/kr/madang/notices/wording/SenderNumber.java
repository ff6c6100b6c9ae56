package kr.madang.notices.wording;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;
import kr.madang.notices.wording.PhoneNumber.Form;
import org.jspecify.annotations.Nullable;

/**
 * The number a text message comes from (발신번호). Only forms that may be registered beforehand (전기통신사업법 제84조의2): a landline with
 * its area code, 010 in full, a nationwide number in eight digits without area code, 070 and 080.
 */
public record SenderNumber(String digits) {
    private static final Set<Form> ALLOWED =
            EnumSet.of(Form.MOBILE, Form.LANDLINE, Form.INTERNET, Form.REPRESENTATIVE, Form.FREE);
    private static final Pattern NATIONWIDE_WITH_AREA = Pattern.compile("0(?:2|[3-6][1-5])1[568]\\d{2,}");
    private static final Pattern NATIONWIDE = Pattern.compile("1[568]\\d{2}(?:\\d+)?");
    private static final Pattern SPECIAL = Pattern.compile("1\\d{2,3}");
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{6,7}");

    public SenderNumber {
        var wrong = wrong(digits);
        if (!wrong.isEmpty()) throw Refused.invalid(wrong);
    }

    /** @throws Refused saying which rule of the carriers the number breaks */
    public static SenderNumber of(String typed) {
        return new SenderNumber(PhoneNumber.digits(typed));
    }

    private static String wrong(String digits) {
        if (digits.startsWith("050")) return "notices.sender.relayed";
        if (NATIONWIDE_WITH_AREA.matcher(digits).matches()) return "notices.sender.nationwide.area";
        if (NATIONWIDE.matcher(digits).matches() && digits.length() != 8) return "notices.sender.nationwide.length";
        if (SPECIAL.matcher(digits).matches()) return "notices.sender.special";
        if (LOCAL.matcher(digits).matches()) return "notices.sender.area";
        if (digits.startsWith("01") && form(digits) != Form.MOBILE) return "notices.sender.mobile";
        var form = form(digits);
        return form != null && ALLOWED.contains(form) ? "" : "notices.sender.form";
    }

    private static @Nullable Form form(String digits) {
        return PhoneNumber.find(digits)
                .filter(number -> number.digits().equals(digits))
                .map(PhoneNumber::form)
                .orElse(null);
    }

    /** {@code 02-2670-3114}. */
    public String display() {
        return new PhoneNumber(digits).display();
    }

    @Override
    public String toString() {
        return display();
    }
}
