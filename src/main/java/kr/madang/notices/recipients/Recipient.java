package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the office may tell (수신자), known by a number and not by name.
 *
 * @param dong where they live; empty when unknown
 * @param age null when unknown
 * @param deletedAt null while there is anything of them
 */
public record Recipient(
        UUID id,
        long number,
        String dong,
        @Nullable AgeBand age,
        Instant addedAt,
        @Nullable Instant deletedAt,
        List<Contact> contacts) {

    /** {@code R-00001234}. */
    public String shown() {
        return shown(number);
    }

    public static String shown(long number) {
        return "R-%08d".formatted(number);
    }

    public boolean gone() {
        return deletedAt != null;
    }
}
