package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.SealMark;
import kr.madang.approvals.line.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A sending as its paper's page shows it (시행 기록).
 *
 * @param reason why once more; empty for the first
 * @param ruledName the head who agreed or refused; empty where nobody was asked
 */
public record Sent(
        Id id,
        Paper.Id paper,
        String via,
        String sender,
        SealMark mark,
        boolean separate,
        State state,
        String reason,
        UUID askedBy,
        String askedName,
        Instant askedAt,
        String ruledName,
        @Nullable Instant ruledAt,
        String ruling,
        List<Line> lines) {
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public enum State {
        ASKED("동의 대기"),
        SENT("시행"),
        REFUSED("동의하지 않음");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One recipient.
     *
     * @param name masked where it is a resident's
     * @param address masked; empty unless it goes by mail
     * @param byHand somebody takes the package away himself
     */
    public record Line(Delivery delivery, String name, String address, boolean byHand) {}

    Sent with(List<Line> others) {
        return new Sent(
                id, paper, via, sender, mark, separate, state, reason, askedBy, askedName, askedAt, ruledName, ruledAt,
                ruling, others);
    }
}
