package kr.madang.press.outlets;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes for an outlet (기자), with addresses masked.
 *
 * @param beats what he covers (출입처·분야)
 * @param bouncedAt since when mail to his address comes back; null while it arrives
 * @param erased whether what made him a person was taken out
 */
public record Reporter(
        UUID id,
        String name,
        UUID outlet,
        String outletName,
        Tier tier,
        String title,
        List<String> beats,
        String note,
        String mail,
        String phone,
        Standing standing,
        @Nullable Instant bouncedAt,
        String bouncedWhy,
        Instant addedAt,
        boolean retired,
        boolean erased) {

    /** Whether he agreed to get releases (수신 동의). */
    public enum Standing {
        NONE,
        GIVEN,
        WITHDRAWN;

        public String code() {
            return "press.consent." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a consent came to the office (동의 경로). */
    public enum Source {
        /** On paper. */
        WRITTEN,
        /** By mail from his own address. */
        MAIL,
        PHONE,
        /** With his card. */
        CARD;

        /** Whether it is his own hand, which alone renews what he withdrew. */
        public boolean ownHand() {
            return this == WRITTEN || this == MAIL;
        }

        public String code() {
            return "press.source." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether releases may be sent to him. */
    public boolean reachable() {
        return standing == Standing.GIVEN && bouncedAt == null && !retired && !erased && !mail.isEmpty();
    }
}
