package kr.madang.press.releases.distribution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.press.outlets.Mailings;
import kr.madang.press.outlets.Reached;
import kr.madang.press.outlets.Reporters;
import kr.madang.press.outlets.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom to write to, out of the book of reporters (매체·기자). */
@Component
class Book implements Addressees {
    private final Reporters reporters;
    private final Mailings mailings;

    Book(Reporters reporters, Mailings mailings) {
        this.reporters = reporters;
        this.mailings = mailings;
    }

    @Override
    public List<Addressee> all(@Nullable UUID mailing) {
        var reached = mailing == null ? reporters.reachable(Wanted.EVERYBODY) : mailings.reachable(mailing);
        return reached.stream().map(Book::addressee).toList();
    }

    private static Addressee addressee(Reached reached) {
        return new Addressee(reached.id(), reached.name(), reached.outletName(), reached.mail());
    }

    @Override
    public Map<UUID, String> addresses(Actor by, Collection<UUID> reporters, String why) {
        var living = this.reporters.reachable(Wanted.only(Set.copyOf(reporters))).stream()
                .map(Reached::id)
                .toList();
        if (living.isEmpty()) return Map.of();
        return this.reporters.addresses(by, living, why).entrySet().stream()
                .filter(entry -> !entry.getValue().mail().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().mail()));
    }
}
