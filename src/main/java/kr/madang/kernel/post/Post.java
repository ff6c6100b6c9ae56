package kr.madang.kernel.post;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.access.Actor;

/** The plug of the room that carries letters (발송 관문). */
public interface Post {
    /**
     * Takes letters, in the caller's transaction; they go out after its commit, each once.
     *
     * @return by which each is known, in the same order
     * @throws kr.madang.kernel.Refused when one cannot be a letter: no address, nothing to say, too long
     */
    List<UUID> send(Actor by, List<Letter> letters);

    /** What became of them; those nobody knows are missing. */
    Map<UUID, Fate> fates(Collection<UUID> letters);
}
