package kr.madang.press.releases.distribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.post.Fate;
import kr.madang.kernel.post.Letter;
import kr.madang.kernel.post.Post;
import kr.madang.press.releases.distribution.Addressees.Addressee;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes to reporters (배포) through the post of the office and remembers who was written to. */
@Component
public class Distribution {
    private static final String NOT_ANY_MORE = "press.unsent.withdrawn";
    private static final String NO_POST = "press.unsent.post";

    /** What is said, to whoever it is said. @param reference says which release and version it is */
    public record Message(String subject, String text, List<UUID> files, String reference) {}

    private final DistributionStore store;
    private final Addressees addressees;
    private final ObjectProvider<Post> post;

    Distribution(DistributionStore store, Addressees addressees, ObjectProvider<Post> post) {
        this.store = store;
        this.addressees = addressees;
        this.post = post;
    }

    /**
     * Tells a version that has just been let out: those who got an older one that it is a correction, all others as a release. In the
     * caller's transaction.
     *
     * @return how many are written to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int release(
            Actor by, UUID release, int version, @Nullable UUID mailing, Message news, Message correction, Instant at) {
        var before = store.reached(release);
        var old = before.stream().map(Addressee::reporter).toList();
        var fresh = addressees.all(mailing).stream()
                .filter(to -> !old.contains(to.reporter()))
                .toList();
        return write(by, release, version, Delivered.Kind.CORRECTION, before, correction, at)
                + write(by, release, version, Delivered.Kind.RELEASE, fresh, news, at);
    }

    /** Tells whoever got any version that it is withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int withdraw(Actor by, UUID release, int version, Message message, Instant at) {
        return write(by, release, version, Delivered.Kind.WITHDRAWAL, store.reached(release), message, at);
    }

    private int write(
            Actor by,
            UUID release,
            int version,
            Delivered.Kind kind,
            List<Addressee> all,
            Message message,
            Instant at) {
        var letters = new LinkedHashMap<Addressee, Letter>();
        var addresses =
                addressees.addresses(by, all.stream().map(Addressee::reporter).toList(), message.reference());
        for (var to : all) {
            var address = addresses.get(to.reporter());
            if (address == null) store.insert(release, version, kind, to, null, NOT_ANY_MORE, at);
            else letters.put(to, letter(address, message));
        }
        var carrier = post.getIfAvailable();
        if (carrier == null) {
            letters.keySet().forEach(to -> store.insert(release, version, kind, to, null, NO_POST, at));
            return 0;
        }
        var ids = carrier.send(by, List.copyOf(letters.values()));
        var sent = new ArrayList<>(letters.keySet());
        for (int i = 0; i < sent.size(); i++) store.insert(release, version, kind, sent.get(i), ids.get(i), "", at);
        return sent.size();
    }

    private static Letter letter(String address, Message message) {
        return new Letter(address, message.subject(), message.text(), message.files(), message.reference());
    }

    /** Everything that was written about a release, with what became of it. */
    public List<Delivered> of(UUID release) {
        var all = store.of(release);
        var letters =
                all.stream().map(Delivered::letter).filter(Objects::nonNull).toList();
        var carrier = post.getIfAvailable();
        if (carrier == null || letters.isEmpty()) return all;
        var fates = carrier.fates(letters);
        return all.stream()
                .map(d -> d.letter() == null ? d : d.with(fates.getOrDefault(d.letter(), Fate.WAITING)))
                .toList();
    }
}
