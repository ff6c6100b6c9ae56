package kr.madang.notices.singles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.CodePost;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes of residents (인증번호) go out as messages to one person. */
@Component
public class CodeTray implements CodePost {
    private static final String REFERENCE = "door";

    /** A letter with a code, opened. */
    public record Letter(Channel channel, String address, String subject, String text, Instant madeAt) {
        public String masked() {
            return new Address(channel, address).masked();
        }

        /** Without its contents, for it may end up in a log. */
        @Override
        public String toString() {
            return "Letter";
        }
    }

    private final Singles singles;
    private final SingleStore store;
    private final SealedSingles sealed;

    CodeTray(Singles singles, SingleStore store, SealedSingles sealed) {
        this.singles = singles;
        this.store = store;
        this.sealed = sealed;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Channel channel, String address, String subject, String text) {
        singles.post(Actor.SYSTEM, List.of(new Single(Use.CODE, channel, address, subject, text, REFERENCE)));
    }

    /** The newest letters that are not erased yet, for the demo office to show. */
    public List<Letter> newest(int limit) {
        return store.newestCodes(limit).stream().flatMap(this::opened).toList();
    }

    private Stream<Letter> opened(SingleStore.Row row) {
        return Optional.ofNullable(row.sealed()).stream()
                .map(text -> sealed.open(row.id(), text))
                .map(c -> new Letter(
                        c.address().contains("@") ? Channel.EMAIL : Channel.SMS,
                        c.address(),
                        c.subject(),
                        c.text(),
                        row.madeAt()));
    }
}
