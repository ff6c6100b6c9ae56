package kr.madang.press.releases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A press release (보도자료) with all its versions.
 *
 * @param number of its year as people say it, e.g. {@code 2023-258}; empty before the first approval
 * @param versions oldest first, at least one
 */
public record Release(
        UUID id,
        int serial,
        String number,
        @Nullable Instant withdrawnAt,
        String withdrawnWhy,
        List<Version> versions) {
    public Release {
        versions = List.copyOf(versions);
    }

    public Version newest() {
        return versions.getLast();
    }

    /** What the public has now; empty before anything was let out. */
    public Optional<Version> out() {
        return versions.stream()
                .filter(v -> v.state() == Version.State.RELEASED)
                .reduce((a, b) -> b);
    }

    public Version version(int number) {
        return versions.stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> kr.madang.kernel.Refused.missing("press.release.missing"));
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }
}
