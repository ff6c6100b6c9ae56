package kr.madang.notices.sends;

import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;

/** Addresses as lists show them (가린 연락처). */
public final class Masks {
    private static final int SEEN = 4;

    private Masks() {}

    /** {@code 010-****-1234}, {@code ho***@example.com}; of a browser nothing but whose service it is. */
    public static String of(String address) {
        if (address.startsWith("http")) return new Address(Channel.PUSH, address).masked();
        int at = address.lastIndexOf('@');
        if (at > 0) return address.substring(0, Math.min(2, at)) + "***" + address.substring(at);
        var digits = address.replaceAll("\\D", "");
        if (digits.length() <= SEEN + 2) return "****";
        return digits.substring(0, 3) + "-****-" + digits.substring(digits.length() - SEEN);
    }
}
