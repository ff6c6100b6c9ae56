package kr.madang.notices.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.notices.recipients.Address;

/**
 * What somebody wants a key for (인증키 신청).
 *
 * @param perMinute calls
 * @param perMonth messages
 * @param templates texts it may send, each in the version of this day
 * @param free whether it may say anything
 * @param addresses whom a key of the office itself may reach
 */
public record KeyDraft(
        String name,
        String purpose,
        KeyKind kind,
        LocalDate expires,
        int perMinute,
        int perMonth,
        Set<UUID> templates,
        boolean free,
        List<Address> addresses) {
    public static final int MOST_MINUTE = 6_000;
    public static final int MOST_MONTH = 1_000_000;
    public static final int MOST_ADDRESSES = 50;
    private static final int NAME = 60;
    private static final int PURPOSE = 500;
    private static final int MOST_TEMPLATES = 50;

    public KeyDraft {
        name = name.strip();
        purpose = purpose.strip();
        templates = Set.copyOf(templates);
        addresses = addresses.stream().distinct().toList();
        if (plain(name).isEmpty() || name.length() > NAME) throw Refused.invalid("notices.key.name", NAME);
        if (purpose.isEmpty() || purpose.length() > PURPOSE) throw Refused.invalid("notices.key.purpose", PURPOSE);
        if (perMinute < 1 || perMinute > MOST_MINUTE) throw Refused.invalid("notices.key.minute", MOST_MINUTE);
        if (perMonth < 1 || perMonth > MOST_MONTH) throw Refused.invalid("notices.key.month", MOST_MONTH);
        if (templates.isEmpty() && !free) throw Refused.invalid("notices.key.nothing");
        if (templates.size() > MOST_TEMPLATES) throw Refused.invalid("notices.key.templates", MOST_TEMPLATES);
        if (kind == KeyKind.TEAM && (addresses.isEmpty() || addresses.size() > MOST_ADDRESSES))
            throw Refused.invalid("notices.key.addresses", MOST_ADDRESSES);
        if (kind != KeyKind.TEAM) addresses = List.of();
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "");
    }

    /** Not for ever: what nobody renews is not needed any more. */
    void checkDays(LocalDate today) {
        if (expires.isBefore(today.plusDays(1)) || expires.isAfter(today.plusYears(2)))
            throw Refused.invalid("notices.key.expires");
    }
}
