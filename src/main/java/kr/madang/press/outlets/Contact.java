package kr.madang.press.outlets;

import java.util.Locale;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;

/**
 * How a reporter is reached (기자 연락처), in clear; never to be logged.
 *
 * @param mail in small letters; empty for none
 * @param phone digits and hyphens; empty for none
 */
public record Contact(String mail, String phone) {
    public static final Contact NONE = new Contact("", "");

    private static final int LONGEST = 254;
    private static final Pattern MAIL =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");
    private static final Pattern PHONE = Pattern.compile("0\\d{1,2}-?\\d{3,4}-?\\d{4}");

    /** @throws Refused when one of them cannot be what it should be */
    public static Contact typed(String mail, String phone) {
        var address = mail.strip().toLowerCase(Locale.ROOT);
        if (!address.isEmpty()
                && (address.length() > LONGEST || !MAIL.matcher(address).matches() || address.contains("..")))
            throw Refused.invalid("press.reporter.mail");
        var number = phone.replaceAll("[\\s.)(]+", "-").replaceAll("^-|-$", "");
        if (!number.isEmpty() && !PHONE.matcher(number).matches()) throw Refused.invalid("press.reporter.phone");
        return new Contact(address, number);
    }

    /** As little of it as tells one from others: {@code ab***@news.example.kr}. */
    public String maskedMail() {
        if (mail.isEmpty()) return "";
        int at = mail.indexOf('@');
        return mail.substring(0, Math.min(2, at)) + "***" + mail.substring(at);
    }

    /** {@code 010-****-1234}. */
    public String maskedPhone() {
        if (phone.isEmpty()) return "";
        var digits = phone.replace("-", "");
        int area = digits.startsWith("02") ? 2 : 3;
        return digits.substring(0, area) + "-****-" + digits.substring(digits.length() - 4);
    }

    /** Without the addresses, for it may end up in a log. */
    @Override
    public String toString() {
        return "Contact[" + (mail.isEmpty() ? "" : "mail") + (phone.isEmpty() ? "" : " phone") + "]";
    }
}
