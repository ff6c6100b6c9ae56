package kr.madang.approvals.drafting;

import java.util.UUID;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.text.Writing;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A form to start a draft from (서식): kind, title, text and retention, to be changed at will. It says nothing of who signs and attaches
 * nothing.
 *
 * @param note when to use it
 * @param second for kinds that carry a second number
 * @param task what it usually decides, as the table of delegation names it; empty when nothing special
 * @param shipped came with the program
 * @param retired no longer offered
 * @param version rises with each change, so that two editors notice each other
 */
public record Starter(
        UUID id,
        String title,
        String note,
        DocumentKind kind,
        SecondNumber.@Nullable Kind second,
        String task,
        String subject,
        String body,
        Retention retention,
        boolean shipped,
        boolean retired,
        int position,
        int version) {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_SUBJECT = 200;

    public Starter {
        title = clean(title).strip();
        note = clean(note).strip();
        subject = clean(subject).strip();
        body = clean(body);
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.lines().count() > 1)
            throw Refused.invalid("approvals.starter.title", LONGEST_TITLE);
        if (note.length() > LONGEST_NOTE) throw Refused.invalid("approvals.starter.note", LONGEST_NOTE);
        if (subject.length() > LONGEST_SUBJECT || subject.lines().count() > 1)
            throw Refused.invalid("approvals.content.title", LONGEST_SUBJECT);
        if (body.length() > Writing.LONGEST) throw Refused.invalid("approvals.text.size", Writing.LONGEST);
        if (!task.matches("|[a-z0-9-]{1,40}(\\.[a-z0-9-]{1,40}){0,7}"))
            throw Refused.invalid("approvals.table.task", task);
        if (kind.secondNumber() && second == null) throw Refused.invalid("approvals.filing.second", kind.title());
        if (!kind.secondNumber() && second != null) throw Refused.invalid("approvals.filing.nosecond", kind.title());
    }

    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
