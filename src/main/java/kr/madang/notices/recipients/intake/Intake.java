package kr.madang.notices.recipients.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of recipients and what became of it (가져오기).
 *
 * @param rows rows of the file that could be taken over
 * @param done how many of them have been
 * @param added new recipients
 * @param joined known ones who got something new
 * @param known known ones of whom nothing changed
 * @param refused rows with something wrong
 * @param why what stopped it; empty when nothing did
 */
public record Intake(
        UUID id,
        String fileName,
        State state,
        Instant uploadedAt,
        String uploadedBy,
        int rows,
        int done,
        int added,
        int joined,
        int known,
        int refused,
        @Nullable Instant takenAt,
        @Nullable Instant undoneAt,
        String why) {

    /** Where it stands. */
    public enum State {
        UPLOADED,
        TAKING,
        TAKEN,
        UNDONE,
        FAILED;

        public String code() {
            return "notices.intake.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    public int percent() {
        return rows == 0 ? 100 : (int) (100L * done / rows);
    }
}
