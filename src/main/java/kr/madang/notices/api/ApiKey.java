package kr.madang.notices.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.wording.Template;
import org.jspecify.annotations.Nullable;

/**
 * A key of another program (연계 인증키).
 *
 * @param ending last letters of the key, to tell it from others
 * @param seal of what people approved
 * @param paper by which approval was asked for; null for keys that need none
 * @param number register number of that paper; empty before the approval
 */
public record ApiKey(
        UUID id,
        String name,
        String purpose,
        KeyKind kind,
        State state,
        String ending,
        LocalDate expires,
        int perMinute,
        int perMonth,
        boolean free,
        String seal,
        @Nullable UUID paper,
        String number,
        UUID author,
        String authorName,
        Instant madeAt,
        @Nullable Instant revokedAt,
        String revokedBy,
        String revokedWhy,
        List<Text> texts,
        List<Listed> addresses) {
    /** Where it stands. */
    public enum State {
        /** 결재 대기. */
        WAITING,
        /** 반려. */
        RETURNED,
        /** 사용 중. */
        ACTIVE,
        /** 폐기. */
        REVOKED;

        public String code() {
            return "notices.key.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A text it may send, as it was approved. */
    public record Text(UUID template, int number, String name, Channel channel, String text, String hash) {
        Template parsed() {
            return Template.parse(text);
        }
    }

    /** Somebody it may reach. */
    public record Listed(String finder, String masked) {}

    public ApiKey {
        texts = List.copyOf(texts);
        addresses = List.copyOf(addresses);
    }

    /** Whether it is still what people approved. */
    boolean sealed() {
        return seal.equals(KeySeal.of(this));
    }

    public boolean expired(LocalDate today) {
        return expires.isBefore(today);
    }

    Optional<Text> text(String template) {
        return texts.stream()
                .filter(t -> t.template().toString().equalsIgnoreCase(template))
                .findFirst();
    }

    /** The program that calls, as whoever has messages to send. */
    Actor caller() {
        return new Actor(id, "key:" + id, name, "", java.util.Map.of());
    }
}
