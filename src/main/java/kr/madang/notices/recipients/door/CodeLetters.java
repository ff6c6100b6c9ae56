package kr.madang.notices.recipients.door;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import kr.madang.kernel.Id;
import kr.madang.kernel.crypto.Aad;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.CodePost;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tray of letters that carry codes (인증번호 발신함): what is to be sent lies here sealed until whoever runs the ways out takes it, with
 * {@link #hand}. Letters live a day at most and their codes some minutes, so a change of keys may pass them by.
 */
@Component
public class CodeLetters implements CodePost {
    /** A letter, opened for sending. */
    public record Letter(UUID id, Channel channel, String address, String subject, String text, Instant madeAt) {
        public String masked() {
            return new Address(channel, address).masked();
        }

        /** Without its contents, for it may end up in a log. */
        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    private record Content(String address, String subject, String text) {}

    private final DoorStore store;
    private final FieldCipher cipher;
    private final Clock clock;
    private final JsonMapper json;

    CodeLetters(DoorStore store, FieldCipher cipher, Clock clock, JsonMapper json) {
        this.store = store;
        this.cipher = cipher;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Channel channel, String address, String subject, String text) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = Id.next(now);
        var sealed = cipher.seal(json.writeValueAsString(new Content(address, subject, text)), place(id));
        store.post(new DoorStore.LetterRow(id, channel, new Address(channel, address).masked(), sealed, now));
    }

    /** Hands out letters nobody has taken, oldest first; those that {@code taker} takes are not handed out again. @return how many it took */
    @Transactional
    public int hand(int limit, Predicate<Letter> taker) {
        int taken = 0;
        for (var row : store.waiting(limit)) {
            if (!taker.test(opened(row))) continue;
            store.taken(row.id(), clock.instant());
            taken++;
        }
        return taken;
    }

    /** The newest letters, taken or not, for the demo office to show. */
    public List<Letter> newest(int limit) {
        return store.newest(limit).stream().map(this::opened).toList();
    }

    private Letter opened(DoorStore.LetterRow row) {
        var content = json.readValue(cipher.open(row.sealed(), place(row.id())), Content.class);
        return new Letter(row.id(), row.channel(), content.address(), content.subject(), content.text(), row.madeAt());
    }

    private static Aad place(UUID id) {
        return Aad.of("notices.code_letter", "sealed", id);
    }
}
