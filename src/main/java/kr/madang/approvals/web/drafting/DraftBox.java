package kr.madang.approvals.web.drafting;

import java.util.List;
import java.util.Optional;
import kr.madang.approvals.delegation.Reason;
import kr.madang.approvals.drafting.Buffer;
import kr.madang.approvals.drafting.Enclosures;
import kr.madang.approvals.drafting.Upload;
import kr.madang.approvals.text.Finding;
import kr.madang.approvals.text.Gist;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Option;
import org.jspecify.annotations.Nullable;

/** What the drafting form shows beside what is typed (기안 화면). */
public final class DraftBox {
    private DraftBox() {}

    /**
     * The look over the text (작성 점검).
     *
     * @param gistOrNull summary and keywords proposed; null while there is too little to say
     */
    public record Writing(
            List<Finding> findings,
            List<Enclosures.Mismatch> enclosures,
            @Nullable Gist gistOrNull,
            boolean empty) {
        private static final int SHOWN = 50;

        public List<Finding> shown() {
            return findings.stream().limit(SHOWN).toList();
        }

        public long certain() {
            return findings.stream().filter(Finding::certain).count();
        }

        public Optional<Gist> gist() {
            return Optional.ofNullable(gistOrNull);
        }
    }

    /**
     * Who decides, and why (결재권자 판단).
     *
     * @param position title of the position; empty when it cannot be said yet
     * @param approver name of somebody who holds it; empty when nobody does
     * @param trouble why it cannot be said, as the key of a sentence
     */
    public record Deciding(
            String position,
            boolean delegated,
            String approver,
            List<Reason> why,
            @Nullable Reason trouble) {
        /** Nobody here holds the position, and somebody of a lower one is proposed. */
        public boolean stopgap() {
            return !approver.isEmpty() && !approver.endsWith(position);
        }
    }

    /** The files of the form; {@code error} when the last one was refused. */
    public record Files(String list, List<Upload> uploads, String error) {}

    /** Something left unsaved. */
    public record Left(String id, String title, Moment at) {
        static Left of(Buffer buffer) {
            return new Left(buffer.id().toString(), buffer.title(), new Moment(buffer.keptAt(), "", "", ""));
        }
    }

    /**
     * @param id of the paper; empty for a new draft
     * @param base hash of the content that was opened
     * @param buffer where this window keeps what is typed
     * @param resumed the fields come from that buffer
     * @param whole filing and line may be changed too, not the text alone
     */
    public record At(String id, String base, String buffer, boolean resumed, boolean whole, boolean stale) {
        public boolean fresh() {
            return id.isEmpty();
        }

        public String action() {
            return fresh() ? "/desk/approvals/papers" : "/desk/approvals/papers/" + id + "/content";
        }

        public String again() {
            return fresh() ? "/desk/approvals/papers/new" : "/desk/approvals/papers/" + id + "/edit";
        }
    }

    /** Choices of the filing. */
    public record Choices(List<Option> kinds, List<Option> seconds, List<Option> tasks, List<Option> retentions) {}
}
