package kr.madang.approvals.dispatch;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A document that came in, and where it stands in the office (접수문서): the document unit (문서과) gives it to the unit that handles it, that
 * unit takes it or sends it back, names a handler, and the handler finishes it.
 *
 * @param unit code of the unit that has it now
 * @param handler 담당자; null while there is none
 * @param deadline 처리기한; null when none was set
 * @param method how it is to be handled (처리방법); may be empty
 */
public record Receipt(
        Id id,
        State state,
        String unit,
        @Nullable Person handler,
        @Nullable LocalDate deadline,
        String method) {
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where a received document stands (접수문서 상태). */
    public enum State {
        WAITING("배부 대기"),
        GIVEN("접수 대기"),
        TAKEN("담당 지정 대기"),
        ASSIGNED("처리 중"),
        DONE("처리 완료");

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
     * Who acts.
     *
     * @param unit code of the unit of the person
     * @param head may decide for the unit
     */
    public record Worker(Person person, String unit, boolean head) {}

    /** What is done with a received document (접수문서 처리). */
    public sealed interface Act {
        /** 배부. */
        record Give(String unit, @Nullable LocalDate deadline, String method) implements Act {}

        /** 접수. */
        record Take() implements Act {}

        /** 재배부 요청. */
        record SendBack(String reason) implements Act {}

        /** 담당자 지정. */
        record Assign(Person handler, @Nullable LocalDate deadline, String method) implements Act {}

        /** 처리 완료. */
        record Finish(String words) implements Act {}
    }

    /**
     * @param documents code of the document unit (문서과)
     * @param today in the office's time
     */
    public Receipt act(Act act, Worker by, String documents, LocalDate today) {
        if (!by.unit().equals(unit)) throw Refused.invalid("approvals.receipt.other");
        return switch (act) {
            case Act.Give(var to, var until, var how) -> give(to, until, how, documents, today);
            case Act.Take() -> {
                in(State.GIVEN);
                yield with(State.TAKEN, unit, null);
            }
            case Act.SendBack(var reason) -> sendBack(reason, by, documents);
            case Act.Assign(var who, var until, var how) -> assign(who, until, how, by, today);
            case Act.Finish(var words) -> {
                in(State.ASSIGNED);
                if (!by.head() && !by.person().equals(handler)) throw Refused.invalid("approvals.receipt.handler");
                if (words.isBlank()) throw Refused.invalid("approvals.receipt.words");
                yield with(State.DONE, unit, handler);
            }
        };
    }

    private Receipt give(String to, @Nullable LocalDate until, String how, String documents, LocalDate today) {
        in(State.WAITING);
        if (!unit.equals(documents)) throw Refused.invalid("approvals.receipt.documents");
        return new Receipt(id, State.GIVEN, to, null, day(until, today), how(how));
    }

    private Receipt sendBack(String reason, Worker by, String documents) {
        if (state != State.GIVEN && state != State.TAKEN && state != State.ASSIGNED) throw wrong();
        if (state == State.ASSIGNED && !by.head() && !by.person().equals(handler))
            throw Refused.invalid("approvals.receipt.handler");
        if (reason.isBlank()) throw Refused.invalid("approvals.receipt.reason");
        return with(State.WAITING, documents, null);
    }

    private Receipt assign(Person who, @Nullable LocalDate until, String how, Worker by, LocalDate today) {
        if (state != State.TAKEN && state != State.ASSIGNED) throw wrong();
        if (state == State.ASSIGNED && !by.head() && !by.person().equals(handler))
            throw Refused.invalid("approvals.receipt.handler");
        return new Receipt(id, State.ASSIGNED, unit, who, day(until == null ? deadline : until, today), how(how));
    }

    /** A deadline that has passed before it was set says nothing; one that stood already stays. */
    private @Nullable LocalDate day(@Nullable LocalDate until, LocalDate today) {
        if (until != null && until.isBefore(today) && !until.equals(deadline))
            throw Refused.invalid("approvals.receipt.deadline");
        return until;
    }

    private String how(String typed) {
        var clean = typed.replace('\0', '\uFFFD').strip();
        if (clean.length() > 200) throw Refused.invalid("approvals.receipt.method", 200);
        return clean.isEmpty() ? method : clean;
    }

    /** Not finished, and the deadline's day is over. */
    public boolean overdue(LocalDate today) {
        return state != State.DONE && deadline != null && deadline.isBefore(today);
    }

    private void in(State needed) {
        if (state != needed) throw wrong();
    }

    private Refused wrong() {
        return Refused.conflict("approvals.receipt.state", state.title());
    }

    private Receipt with(State other, String where, @Nullable Person who) {
        return new Receipt(id, other, where, who, deadline, method);
    }
}
