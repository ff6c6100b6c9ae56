package kr.madang.press.releases.distribution;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kr.madang.kernel.post.Fate;
import org.jspecify.annotations.Nullable;

/**
 * What one reporter got of a version (배포 내역).
 *
 * @param letter by which the post knows it; null when nothing was written
 * @param unsent message key of why nothing was written; empty when something was
 */
public record Delivered(
        int version,
        Kind kind,
        UUID reporter,
        String name,
        String outlet,
        String masked,
        @Nullable UUID letter,
        String unsent,
        Instant at,
        Fate fate) {
    /** Why somebody was written to (배포 종류). */
    public enum Kind {
        RELEASE,
        CORRECTION,
        WITHDRAWAL;

        public String code() {
            return "press.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    Delivered with(Fate known) {
        return new Delivered(version, kind, reporter, name, outlet, masked, letter, unsent, at, known);
    }
}
