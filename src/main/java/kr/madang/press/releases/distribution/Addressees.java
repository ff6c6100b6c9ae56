package kr.madang.press.releases.distribution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;

/** Who may be written to (배포 대상), as the book of reporters knows it. */
public interface Addressees {
    /** @param masked the address as it may be shown */
    record Addressee(UUID reporter, String name, String outlet, String masked) {}

    /**
     * Those with a standing consent and an address that lives.
     *
     * @param mailing of the list only; null for everybody
     */
    List<Addressee> all(@Nullable UUID mailing);

    /** Their addresses, opened for letters; that they were opened is recorded. Who may not be written to any more is missing. */
    Map<UUID, String> addresses(Actor by, Collection<UUID> reporters, String why);
}
