package kr.madang.notices.singles;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.post.Fate;
import kr.madang.kernel.post.Letter;
import kr.madang.kernel.post.Post;
import kr.madang.notices.Channel;
import org.springframework.stereotype.Component;

/** Carries letters of other rooms (부서 발송) as messages to one person each. */
@Component
class OfficePost implements Post {
    private final Singles singles;

    OfficePost(Singles singles) {
        this.singles = singles;
    }

    @Override
    public List<UUID> send(Actor by, List<Letter> letters) {
        return singles.post(by, letters.stream().map(OfficePost::single).toList());
    }

    private static Single single(Letter letter) {
        return new Single(
                Use.LETTER,
                Channel.EMAIL,
                letter.address(),
                letter.subject(),
                letter.text(),
                letter.reference(),
                letter.files());
    }

    @Override
    public Map<UUID, Fate> fates(Collection<UUID> letters) {
        return singles.standing(letters).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> fate(entry.getValue())));
    }

    private static Fate fate(Standing standing) {
        var state =
                switch (standing.state()) {
                    case QUEUED -> Fate.State.WAITING;
                    case HANDED, DELIVERED -> Fate.State.HANDED;
                    case FAILED -> Fate.State.FAILED;
                    case EXPIRED, SUPPRESSED -> Fate.State.KEPT;
                    case UNKNOWN -> Fate.State.UNKNOWN;
                };
        return new Fate(state, standing.at(), standing.code());
    }
}
