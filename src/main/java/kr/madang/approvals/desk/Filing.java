package kr.madang.approvals.desk;

import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How a paper is kept and found (문서 분류).
 *
 * @param second which number it carries beside the register number; for 법규, 지시 and 공고문서 only
 * @param task what it decides, as the table of delegation names it; empty when nothing special
 * @param amount in won, where the table asks for it
 * @param unitTask 단위과제, which also gives the retention period
 */
public record Filing(
        DocumentKind kind,
        SecondNumber.@Nullable Kind second,
        String task,
        @Nullable Long amount,
        Disclosure disclosure,
        UnitTask unitTask) {
    public Filing {
        task = task.strip();
        if (!task.matches("|[a-z0-9-]{1,40}(\\.[a-z0-9-]{1,40}){0,7}"))
            throw Refused.invalid("approvals.table.task", task);
        if (kind.secondNumber() && second == null) throw Refused.invalid("approvals.filing.second", kind.title());
        if (!kind.secondNumber() && second != null) throw Refused.invalid("approvals.filing.nosecond", kind.title());
    }

    public static Filing general(UnitTask unitTask) {
        return new Filing(DocumentKind.GENERAL, null, "", null, Disclosure.OPEN, unitTask);
    }

    public Filing with(Disclosure other) {
        return new Filing(kind, second, task, amount, other, unitTask);
    }
}
