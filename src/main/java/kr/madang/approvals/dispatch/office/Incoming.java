package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it came in (접수한 내용); never changed afterwards.
 *
 * @param delivery the delivery that brought it from inside; null otherwise
 * @param packet id of the package that brought it; null otherwise
 * @param manifest checksum of that package's list; null otherwise
 * @param signature whether the package bears this office's own signature; empty where there is none to bear
 * @param senderNumber 발신 기관의 등록번호; may be empty
 * @param sentOn 시행일; null when unknown
 * @param closed only those who handle it may read it
 */
public record Incoming(
        Origin origin,
        @Nullable UUID delivery,
        @Nullable String packet,
        @Nullable String manifest,
        Signature signature,
        String sender,
        String senderNumber,
        @Nullable LocalDate sentOn,
        String title,
        String summary,
        String body,
        boolean closed,
        Instant arrivedAt) {
    public enum Origin {
        INSIDE("내부"),
        PACKAGE("문서 꾸러미"),
        HAND("직접 등록");

        private final String title;

        Origin(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Signature {
        NONE,
        OURS,
        UNVERIFIED;

        String stored() {
            return this == NONE ? "" : name();
        }

        static Signature of(String stored) {
            return stored.isEmpty() ? NONE : valueOf(stored);
        }
    }
}
